package io.liaptui.ws.room;

import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.journal.Outcome;
import io.liaptui.ws.ownership.LocalRooms.Moved;
import io.liaptui.ws.relay.RelayMessage;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Everything that can reach a room, in one order. */
sealed interface RoomInput {
    /** What is decided against the room's state; waits while the journal is asked. */
    sealed interface Deed extends RoomInput {}

    /** What concerns the actor itself; taken at once. */
    sealed interface News extends RoomInput {}

    record Attach(NodeId from, RelayMessage.Attach attach) implements Deed {}

    /** All the sockets of the room on one node. */
    record Here(NodeId from, RelayMessage.Here here) implements Deed {}

    record Detach(NodeId from, RelayMessage.Detach detach) implements Deed {}

    record Command(NodeId from, RelayMessage.Input input) implements Deed {}

    /** Something had the time that the room waits for it; an earlier wait than the newest has no effect. */
    record WaitOver(Wait what, long number) implements Deed {}

    /**
     * An operator wants the room closed.
     *
     * @param done true once that is stored; false if the room is not here any more
     */
    record Shut(CompletableFuture<Boolean> done) implements Deed {}

    /** A node is dead, and its sockets with it. */
    record NodeLost(NodeId node) implements Deed {}

    /** The room begins to run; humans have so long to come. */
    record Begun(Duration arrival) implements News {}

    /**
     * The journal answered.
     *
     * @param restored whether it was to put back what it lost, before the open question is asked again
     */
    record Answered(Outcome outcome, boolean restored) implements News {}

    /** The journal did not answer, or what cannot be. */
    record NotAnswered(Throwable failure) implements News {}

    /** The journal was away for a while; ask the same again. */
    record AskAgain() implements News {}

    /** An alarm of the room's clock may be due. */
    record Rang(RoomClock.Bell bell) implements News {}

    /**
     * Is the room still ours, as far as we know it?
     *
     * @param lists whether the journal was away, so that the lists may have lost the room, too
     */
    record Verify(boolean lists) implements News {}

    /** Give the room to another node. */
    record HandOver(NodeId successor, CompletableFuture<Moved> done) implements News {}

    /** The successor's set holds the room; or not, then the journal is away. */
    record Expected(RoomMove move, boolean done) implements News {}

    /** A hand-over had its time. */
    record MoveLate(RoomMove move) implements News {}

    /** The archive has the room, or must be asked again. */
    record Archived(boolean kept) implements News {}
}
