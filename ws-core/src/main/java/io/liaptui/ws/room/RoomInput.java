package io.liaptui.ws.room;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.rules.Pace;
import io.liaptui.ws.journal.RoomJournal;
import io.liaptui.ws.relay.RelayMessage;
import java.time.Duration;

/** Everything that can reach a room, in one order. */
sealed interface RoomInput {
    record Attach(NodeId from, RelayMessage.Attach attach) implements RoomInput {}

    record Detach(NodeId from, RelayMessage.Detach detach) implements RoomInput {}

    /** All the sockets of the room on one node. */
    record Here(NodeId from, RelayMessage.Here here) implements RoomInput {}

    record Command(NodeId from, RelayMessage.Input input) implements RoomInput {}

    /** The room begins to run: {@code left} as in the newest entry, {@code arrival} for humans to come. */
    record Begun(long left, Duration arrival) implements RoomInput {}

    /** The game's timer ran out; superseded ones have no effect. */
    record TimeUp(Pace.Deadline deadline) implements RoomInput {}

    /** A bot has thought. */
    record BotTurn(Seat seat) implements RoomInput {}

    /** A seat had no socket for as long as it may; {@code number} is that of the wait. */
    record GraceOver(Seat seat, long number) implements RoomInput {}

    /** No human was there for as long as a room is kept. */
    record Deserted() implements RoomInput {}

    /** A node is dead, and its sockets with it. */
    record NodeLost(NodeId node) implements RoomInput {}

    /** The journal answered the append in flight. */
    record Written(RoomJournal.Append answer) implements RoomInput {}

    /** The journal answered the check in flight. */
    record Checked(RoomJournal.Check answer) implements RoomInput {}

    /** The check in flight failed; ask again. */
    record CheckFailed() implements RoomInput {}

    /** The journal has closed the room, or somebody else has it. */
    record Ended() implements RoomInput {}
}
