package io.liaptui.common.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.ids.Seat;
import java.util.Optional;

/** What a client may say (docs/protocol.md 4), checked for form only. */
public sealed interface ClientMessage {
    /**
     * The client's listeners are in place.
     *
     * @param resumeToken of clients that keep no cookies
     * @param session whose commands the client numbers, over as many sockets as it takes
     * @param seen how far the client has seen this room
     */
    record Ready(
            Optional<String> playerName, Optional<String> resumeToken, Optional<String> session, Optional<Seen> seen)
            implements ClientMessage {
        /** Hides the token: records end up in logs. */
        @Override
        public String toString() {
            return "Ready[" + playerName + ']';
        }
    }

    /** The {@code seq} of the newest step that a client was sent, as it was sent. */
    record Seen(long epoch, long frame, long version) {}

    /** Answered with the very same timestamp. */
    record Ping(JsonNode timestamp) implements ClientMessage {}

    record ListRooms() implements ClientMessage {}

    /**
     * @param request the message's own id: the same again means the same room
     */
    record CreateRoom(String playerName, Optional<String> request) implements ClientMessage {}

    /** {@code roomId} is any text of 1 to 50 characters; most of it names no room. */
    record JoinRoom(String roomId, String playerName) implements ClientMessage {}

    record ShowRoom() implements ClientMessage {}

    record AddBot(Seat seat) implements ClientMessage {}

    record RemovePlayer(Seat seat) implements ClientMessage {}

    /** The host lets a bot play for a player who is there and does nothing. */
    record StandIn(Seat seat) implements ClientMessage {}

    record LeaveRoom() implements ClientMessage {}

    record LeaveGame() implements ClientMessage {}

    record StartGame() implements ClientMessage {}

    /** The client wants everything again. */
    record Resync() implements ClientMessage {}

    /** Known and without effect. */
    record Ignored() implements ClientMessage {}

    /** For the game in this room. */
    record GameCommand(String event, ObjectNode data) implements ClientMessage {}
}
