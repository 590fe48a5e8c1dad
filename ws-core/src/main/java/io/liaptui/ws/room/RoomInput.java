package io.liaptui.ws.room;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.rules.Pace;
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

    /** The game's timer ran out; superseded ones have no effect. */
    record TimeUp(Pace.Deadline deadline) implements Deed {}

    /** A bot has thought; {@code number} is that of its turn. */
    record BotTurn(Seat seat, long number) implements Deed {}

    /** A human had the time that the turn limit gives; {@code number} is that of the decision. */
    record TurnLimit(Seat seat, long number) implements Deed {}

    /** A seat had no socket for as long as it may; {@code number} is that of the wait. */
    record GraceOver(Seat seat, long number) implements Deed {}

    /** No human was there for as long as a room is kept. */
    record Deserted() implements Deed {}

    /** The humans who are there had all the time that a room gives to do something. */
    record Overstayed() implements Deed {}

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

    /** The journal answered what it was asked. */
    record Answered(RoomStore.Answer answer) implements News {}

    /** The journal did not answer in time; ask the same again. */
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
