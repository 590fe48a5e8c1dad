package io.liaptui.ws.journal;

import io.liaptui.common.ids.NodeId;

/** What came of {@link RoomJournal#handover}. */
public sealed interface Handed {
    /** The successor's name stands in the hash since this epoch. */
    record Named(long epoch) implements Handed {}

    /** Somebody else owns the room; after a time-out it may be the successor itself: then go on as if named. */
    record Fenced(NodeId owner, long epoch) implements Handed {}

    record Behind(long epoch, long version) implements Handed {}

    record Missing() implements Handed {}

    /** Owner and epoch match, the version is past the given one: a defect. */
    record Corrupt(long version) implements Handed {}
}
