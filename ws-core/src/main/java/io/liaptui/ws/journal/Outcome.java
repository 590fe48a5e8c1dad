package io.liaptui.ws.journal;

import io.liaptui.common.ids.NodeId;

/** What came of a write to a room, or of the question whether one would be accepted. */
public sealed interface Outcome {
    /**
     * It is stored.
     *
     * @param number the newest version after an append and of a check, the new epoch after a hand-over, else 0
     * @param repeated an earlier execution of this very write did it; of a restore also, nothing was lost
     */
    record Done(long number, boolean repeated) implements Outcome {}

    /**
     * Somebody else owns the room, or it has ended; its epoch may then be lower than the fence's. After a hand-over without
     * an answer it may be the successor itself: then go on as if named.
     */
    record Fenced(NodeId owner, long epoch) implements Outcome {}

    /** The journal lost something: it is behind this owner. */
    record Behind(long epoch, long version) implements Outcome {}

    record Missing() implements Outcome {}

    /** Owner and epoch match, the version cannot be: a defect. */
    record Corrupt(long version) implements Outcome {}
}
