package io.liaptui.common.protocol;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.ids.Seat;
import java.util.Optional;

/** What a client may say (protocol spec 4), checked for form only. */
public sealed interface ClientMessage {
    /**
     * The client's listeners are in place.
     *
     * @param resumeToken of clients that keep no cookies
     */
    record Ready(Optional<String> playerName, Optional<String> resumeToken) implements ClientMessage {
        /** Hides the token: records end up in logs. */
        @Override
        public String toString() {
            return "Ready[" + playerName + ']';
        }
    }

    /** Answered with the very same timestamp. */
    record Ping(JsonNode timestamp) implements ClientMessage {}

    record ListRooms() implements ClientMessage {}

    record CreateRoom(String playerName) implements ClientMessage {}

    /** {@code roomId} is any text of 1 to 50 characters; most of it names no room. */
    record JoinRoom(String roomId, String playerName) implements ClientMessage {}

    record ShowRoom() implements ClientMessage {}

    record AddBot(Seat seat) implements ClientMessage {}

    record RemovePlayer(Seat seat) implements ClientMessage {}

    record LeaveRoom() implements ClientMessage {}

    record LeaveGame() implements ClientMessage {}

    record StartGame() implements ClientMessage {}

    /** The client wants everything again. */
    record Resync() implements ClientMessage {}

    /** Known and without effect. */
    record Ignored() implements ClientMessage {}

    /**
     * For the game in this room.
     *
     * @param playerName who says to speak; must be the one the socket is bound to
     */
    record GameCommand(String event, Optional<String> playerName, ObjectNode data) implements ClientMessage {}
}
