package io.liaptui.ws.ownership;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** The rooms that run in this node, as far as ownership cares. Threading: any thread; nothing blocks. */
public interface LocalRooms {
    /** Those that run here; a momentary value. */
    Set<RoomId> running();

    /**
     * Claims a room and runs it. Harmless if that is wrong or somebody else is faster; at once done if it runs here.
     * Completes when it is decided, and never exceptionally for a room that cannot be loaded: that is counted and logged.
     */
    CompletionStage<Void> claim(RoomId room, NodeId seenOwner, long seenEpoch);

    /** Gives a room that runs here to another node; completes when that one runs it, or when it cannot be moved. */
    CompletionStage<Moved> handOver(RoomId room, NodeId successor);

    /** What came of a hand-over. */
    enum Moved {
        /** The successor said that it has it. */
        TAKEN,
        /** The successor's name stands in the journal, but it has not said that it runs the room. */
        NAMED,
        /** It does not run here any more: closed, fenced, or never here. */
        NOT_HERE,
        /** The journal did not answer in time; the room goes on here. */
        STUCK
    }
}
