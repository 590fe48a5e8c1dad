package io.liaptui.common.protocol;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.ids.Seat;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what clients send; the limits are those of docs/protocol.md 4.1. Threading: any thread.
 *
 * <p>Our own client ({@code liap.v2}) may add what lets it come back without loss: in {@code client_ready} a
 * {@code session} (text drawn once) and {@code seen} (the last {@code seq} it was sent), and beside {@code event} a
 * {@code command}, a number that rises by one with each of its commands, over all sockets of the session.
 */
public final class ClientCodec {
    /** What our own client asks for at the upgrade; the existing one asks for nothing. */
    public static final String SUBPROTOCOL = "liap.v2";

    private static final int MAX_EVENT = 100;
    /** Characters of a timestamp that a ping gets back. */
    private static final int MAX_ECHO = 64;

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);

    private final Set<String> gameEvents;

    /**
     * @param gameEvents names of the events that belong to some game
     */
    public ClientCodec(Set<String> gameEvents) {
        this.gameEvents = Set.copyOf(gameEvents);
    }

    /** What became of a text. */
    public sealed interface Reading {
        /**
         * @param command the client's number for it, 0 if it gave none
         * @param speaker the player it says to come from; none where the name is what the message asks for
         */
        record Message(String event, ClientMessage message, long command, Optional<String> speaker)
                implements Reading {}

        /** Known, but not well formed; the message is for the client. */
        record Malformed(String message, long command) implements Reading {}

        /** No such event. */
        record Unknown(String event, long command) implements Reading {}
    }

    public Reading read(String text) {
        long command = 0;
        try {
            JsonNode root = JSON.readTree(text);
            if (!(root instanceof ObjectNode)) {
                return new Reading.Malformed("A message must be a JSON object.", 0);
            }
            command = FieldRules.command(root);
            if (!isFinite(root)) {
                return new Reading.Malformed("A number in this message is too large.", command);
            }
            JsonNode event = root.path("event");
            if (!event.isTextual() || event.asText().isEmpty() || event.asText().length() > MAX_EVENT) {
                return new Reading.Malformed("'event' must be a text of 1 to 100 characters.", command);
            }
            JsonNode data = root.path("data");
            if (data.isMissingNode()) {
                data = JSON.createObjectNode();
            }
            if (!(data instanceof ObjectNode fields)) {
                return new Reading.Malformed("'data' must be a JSON object.", command);
            }
            return read(event.asText(), fields, root, command);
        } catch (JsonProcessingException e) {
            return new Reading.Malformed(
                    e.getOriginalMessage().startsWith("Duplicate field")
                            ? "A message must not have a field twice."
                            : "This is not valid JSON.",
                    0);
        } catch (FieldRules.Violation e) {
            return new Reading.Malformed(e.getMessage(), command);
        }
    }

    private Reading read(String event, ObjectNode data, JsonNode root, long command) {
        ClientMessage message =
                switch (event) {
                    case "client_ready" ->
                        new ClientMessage.Ready(
                                name(data), FieldRules.token(data), FieldRules.session(data), FieldRules.seen(data));
                    case "ping" ->
                        new ClientMessage.Ping(Optional.ofNullable(data.get("timestamp"))
                                .filter(sent ->
                                        sent.isValueNode() && sent.asText().length() <= MAX_ECHO)
                                .orElse(NullNode.getInstance()));
                    case "get_rooms", "request_room_list" -> new ClientMessage.ListRooms();
                    case "create_room" ->
                        new ClientMessage.CreateRoom(FieldRules.newName(data), FieldRules.request(root));
                    case "join_room" -> new ClientMessage.JoinRoom(FieldRules.roomId(data), FieldRules.newName(data));
                    case "get_room_state" -> new ClientMessage.ShowRoom();
                    case "add_bot" -> new ClientMessage.AddBot(slot(data));
                    case "remove_player" -> new ClientMessage.RemovePlayer(slot(data));
                    case "stand_in" -> new ClientMessage.StandIn(slot(data));
                    case "leave_room" -> new ClientMessage.LeaveRoom();
                    case "leave_game" -> new ClientMessage.LeaveGame();
                    case "start_game" -> new ClientMessage.StartGame();
                    case "request_state_sync" -> new ClientMessage.Resync();
                    case "ack", "sync_request", "request_recovery" -> new ClientMessage.Ignored();
                    default -> gameEvents.contains(event) ? new ClientMessage.GameCommand(event, data) : null;
                };
        return message == null
                ? new Reading.Unknown(event, command)
                : new Reading.Message(event, message, command, speaker(message, data));
    }

    /** Numbers such as 1e400 are read as infinite, which no JSON can say again. The parser bounds the depth. */
    private static boolean isFinite(JsonNode json) {
        if (json.isFloatingPointNumber()) {
            return Double.isFinite(json.doubleValue());
        }
        for (JsonNode part : json) {
            if (!isFinite(part)) {
                return false;
            }
        }
        return true;
    }

    private static Optional<String> speaker(ClientMessage message, ObjectNode data) {
        return switch (message) {
            case ClientMessage.Ready ready -> Optional.empty();
            case ClientMessage.CreateRoom create -> Optional.empty();
            case ClientMessage.JoinRoom join -> Optional.empty();
            case ClientMessage.GameCommand game -> name(data);
            // In these the name is an extra: what is no name is as good as none
            default -> {
                JsonNode name = data.path("player_name");
                yield Optional.of(name.isTextual() ? name.asText().strip() : "").filter(text -> !text.isEmpty());
            }
        };
    }

    private static Optional<String> name(ObjectNode data) {
        return data.path("player_name").isMissingNode()
                        || data.path("player_name").isNull()
                ? Optional.empty()
                : Optional.of(FieldRules.name(data));
    }

    private static Seat slot(ObjectNode data) {
        return new Seat(FieldRules.slot(data) - 1);
    }
}
