package io.liaptui.common.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.room.RoomState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What clients are told, games aside (docs/protocol.md 5). Encoded by {@link ServerCodec}. */
public sealed interface ServerMessage {
    /**
     * @param rooms encoded summaries of rooms that wait for players
     * @param initial the first list on this socket
     * @param notice why no room can be made at the moment, if so
     */
    record RoomList(List<ObjectNode> rooms, boolean initial, Instant now, Optional<String> notice)
            implements ServerMessage {
        /** While rooms can be made. */
        public RoomList(List<ObjectNode> rooms, boolean initial, Instant now) {
            this(rooms, initial, now, Optional.empty());
        }
    }

    /** To the creator alone: any other lobby client would be dragged into the room (docs/protocol.md 6). */
    record RoomCreated(RoomId room, String host, Optional<String> resumeToken) implements ServerMessage {
        /** Hides the token: records end up in logs. */
        @Override
        public String toString() {
            return "RoomCreated[" + room + ", " + host + ']';
        }
    }

    record RoomJoined(RoomId room, String player, Seat seat, Optional<String> resumeToken) implements ServerMessage {
        /** Hides the token: records end up in logs. */
        @Override
        public String toString() {
            return "RoomJoined[" + room + ", " + player + ", " + seat + ']';
        }
    }

    record Error(@Nullable String type, String message) implements ServerMessage {}

    /** A refusal where an {@link Error} would be an alert (spec 12); the existing client ignores it. */
    record RateLimitWarning(String message) implements ServerMessage {}

    /** The client's own timestamp, unchanged; {@code serverTime} in seconds. */
    record Pong(JsonNode timestamp, double serverTime, Optional<RoomId> room) implements ServerMessage {}

    /** The whole room page. */
    record RoomUpdate(RoomId room, RoomState state) implements ServerMessage {}

    record RoomStateUpdate(RoomState state) implements ServerMessage {}

    record GameStarted(RoomId room) implements ServerMessage {}

    record RoomClosed(String message, @Nullable String reason) implements ServerMessage {
        /** To somebody whose seat the host gave away; the room itself goes on. */
        public static final RoomClosed REMOVED =
                new RoomClosed("The host removed you from the room.", "player_removed");
    }

    record RoomNotFound(String room, Instant now) implements ServerMessage {}

    record PlayerDisconnected(String player, Instant at) implements ServerMessage {}

    record PlayerReconnected(String player) implements ServerMessage {}

    record HostChanged(String from, String to) implements ServerMessage {}

    record PlayerLeft(String player, boolean roomClosed) implements ServerMessage {}

    record LeaveGameSuccess(String player) implements ServerMessage {}

    /** This node goes and another one is there; the socket is closed with 1012 next. */
    record ServerShutdown(Duration reconnectDelay, String message) implements ServerMessage {}

    /**
     * This node goes: open another socket beside this one, which stays until that one has seen everything. Only to {@code
     * liap.v2}.
     *
     * @param within after which this one is closed with 1012
     */
    record OpenAnother(Duration within, String message) implements ServerMessage {}

    /** The first message on a socket: who answers. Only to {@code liap.v2}. */
    record Hello(String node, String build, Optional<Duration> turnLimit) implements ServerMessage {}

    /** A word of the operators to everybody. The existing client does not know it and goes on. */
    record Announcement(String message, Instant at) implements ServerMessage {}

    /** The command with this number is done with; what came of it was told before. Only to {@code liap.v2}. */
    record Ack(long command) implements ServerMessage {}

    /** Carries the {@code seq} of a step that shows this socket nothing. Only to {@code liap.v2}. */
    record Position() implements ServerMessage {}

    /**
     * Nothing goes on until {@link Resumed}, and nothing is lost. Only to {@code liap.v2}.
     *
     * @param reason {@code storage}: the server waits for it
     */
    record Paused(String reason, String message) implements ServerMessage {}

    record Resumed() implements ServerMessage {}
}
