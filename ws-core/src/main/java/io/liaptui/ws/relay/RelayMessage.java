package io.liaptui.ws.relay;

import io.liaptui.common.admin.AdminCommand;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.wire.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the node that holds a socket and the node that owns a room tell each other. Everything may be lost, doubled,
 * late or reordered: attaches repeat until a frame comes, inputs carry an id and repeat until answered, frames carry
 * (epoch, number).
 */
public sealed interface RelayMessage {
    /** The room it is about; null for messages to a node. */
    @Nullable
    RoomId room();

    /**
     * Socket node to owner: this socket watches the room, or plays a seat in it. Repeated until a frame comes.
     *
     * @param seat null for a spectator
     * @param generation of the seat's socket; the highest wins
     * @param haveEpoch of the last step that the socket was shown, 0 for none
     * @param haveNumber of that step
     */
    record Attach(RoomId room, String socket, @Nullable Seat seat, long generation, long haveEpoch, long haveNumber)
            implements RelayMessage {}

    /** Socket node to owner: the socket is gone. Ignored if the seat has a higher generation. */
    record Detach(RoomId room, String socket, long generation) implements RelayMessage {}

    /**
     * Socket node to owner: a client asks for something. Repeated with the same id until answered.
     *
     * @param socket where answers go; its number rises by one with each input
     * @param seat null if the socket proved none
     * @param event name of the client's event
     * @param data of the client's event, as JSON text
     * @param session whose commands {@code command} counts: the client's own, which survives its sockets, or the socket
     * @param command tells a repeated command from a new one
     */
    record Input(
            RoomId room,
            String socket,
            long number,
            @Nullable Seat seat,
            long generation,
            String event,
            String data,
            String session,
            long command)
            implements RelayMessage {
        /** From a client that does not number its commands: the socket counts them. */
        public Input(
                RoomId room,
                String socket,
                long number,
                @Nullable Seat seat,
                long generation,
                String event,
                String data) {
            this(room, socket, number, seat, generation, event, data, socket, number);
        }
    }

    /**
     * Owner to socket node: what came of an input.
     *
     * @param messages for that socket alone, as JSON text, in order
     */
    record Answer(RoomId room, String socket, long number, List<String> messages) implements RelayMessage {}

    /**
     * Owner to socket node: one step. Private parts only for seats attached there.
     *
     * @param number counts from 1 within the epoch, the same for all viewers
     * @param full brings up to date whoever knows nothing; goes to {@code sockets} only
     * @param sockets null for everybody attached there; else it answers the attach of these, with a full view, or with
     *     the steps that they missed, or without frames if they missed none
     */
    record Step(
            RoomId room,
            long epoch,
            long number,
            long version,
            boolean full,
            @Nullable List<String> sockets,
            List<Frame> frames)
            implements RelayMessage {}

    /**
     * Anyone to socket node: I do not run this room.
     *
     * @param owner who does, if the sender knows it; null means that it must be looked up
     * @param epoch in which that one was named; 0 if unknown
     */
    record NotMine(RoomId room, @Nullable NodeId owner, long epoch) implements RelayMessage {
        /** The sender does not know who runs it. */
        public static NotMine unknown(RoomId room) {
            return new NotMine(room, null, 0);
        }
    }

    /** Drainer to successor: the room is yours since {@code epoch}, claim it. Repeated until {@link Taken}. */
    record Take(RoomId room, long epoch) implements RelayMessage {}

    /** Successor to drainer: I run it, or have seen that somebody else does. */
    record Taken(RoomId room, long epoch) implements RelayMessage {}

    /**
     * Owner to a node with sockets of its rooms, every 500 ms: where these rooms stand. A mark that differs from what
     * was received, or three beats missed, means that something was lost.
     */
    record Beat(List<Mark> marks) implements RelayMessage {
        @Override
        public @Nullable RoomId room() {
            return null;
        }
    }

    /**
     * The newest step of a room.
     *
     * @param crowd sum over the sockets that the owner believes to be attached there, see {@link Crowd}; 0 if not said
     */
    record Mark(RoomId room, long epoch, long number, long crowd) {}

    /**
     * Socket node to owner: these are all the sockets that watch the room here; whatever else the owner believes in is
     * gone. The answer to a mark that does not fit, for a lost detach would leave a ghost on a seat.
     *
     * @param epoch of the mark; an owner of another life ignores it
     */
    record Here(RoomId room, long epoch, List<String> sockets) implements RelayMessage {}

    /** Operator to a node: give your rooms away and go. */
    record Drain() implements RelayMessage {
        @Override
        public @Nullable RoomId room() {
            return null;
        }
    }

    /** Operator to a node, by the REST API: carry this out, and write down what came of it. */
    record Order(AdminCommand command) implements RelayMessage {
        @Override
        public @Nullable RoomId room() {
            return null;
        }
    }

    /** Owner to socket node: close this socket. */
    record Kick(RoomId room, String socket, int code, String reason) implements RelayMessage {}

    /** To every node: the list of open rooms changed. */
    record LobbyChanged(@Nullable RoomId room) implements RelayMessage {}

    /** To myself, to hear that my subscription lives. */
    record Echo(long number) implements RelayMessage {
        @Override
        public @Nullable RoomId room() {
            return null;
        }
    }

    /** A message with its sender. */
    record Envelope(NodeId from, RelayMessage message) {}
}
