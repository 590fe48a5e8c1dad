package io.liaptui.common.admin.codec;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.admin.AdminCommand;
import io.liaptui.common.admin.AdminOutcome;
import io.liaptui.common.admin.AdminTask;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.PlayerName;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import java.util.Locale;

/** How commands travel to nodes, and how outcomes are kept. */
public final class AdminCodec {
    /** Type of the relay's message that carries a command. */
    public static final String TYPE = "order";

    private static final ObjectMapper JSON = new ObjectMapper();
    /** Stands for the REST API as the sender; no node is called so. */
    private static final String SENDER = "rest-admin";

    private AdminCodec() {}

    /** The message, without its envelope. */
    public static ObjectNode write(AdminCommand command) {
        ObjectNode json = JSON.createObjectNode().put("t", TYPE).put("id", command.id());
        json.put("task", command.task().name());
        switch (command.task()) {
            case AdminTask.Drain() -> {}
            case AdminTask.Move(var room, var to) -> {
                json.put("room", room.value());
                if (to != null) {
                    json.put("to", to.value());
                }
            }
            case AdminTask.Close(var room) -> json.put("room", room.value());
            case AdminTask.Announce(var message) -> json.put("message", message);
            case AdminTask.Bans() -> {}
            case AdminTask.Kick(var room, var seat, var reason) ->
                json.put("room", room.value()).put("seat", seat.index()).put("reason", reason);
            case AdminTask.Erase(var player) -> json.put("player", player.shown());
        }
        return json;
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException for a task that this release does not know, and for what is no command
     */
    public static AdminCommand read(JsonNode json) {
        AdminTask task =
                switch (json.path("task").asText()) {
                    case "drain" -> new AdminTask.Drain();
                    case "move" -> new AdminTask.Move(room(json), json.has("to") ? new NodeId(text(json, "to")) : null);
                    case "close" -> new AdminTask.Close(room(json));
                    case "announce" -> new AdminTask.Announce(text(json, "message"));
                    case "bans" -> new AdminTask.Bans();
                    case "kick" ->
                        new AdminTask.Kick(
                                room(json), new Seat(json.path("seat").asInt(-1)), text(json, "reason"));
                    case "erase" -> new AdminTask.Erase(new PlayerName(text(json, "player")));
                    default -> throw new IllegalArgumentException("an unknown task");
                };
        return new AdminCommand(text(json, "id"), task);
    }

    /** What is published on a node's channel: the relay's envelope with this one message. */
    public static String envelope(AdminCommand command) {
        ObjectNode json = JSON.createObjectNode().put("v", 1).put("from", SENDER);
        json.putArray("messages").add(write(command));
        return json.toString();
    }

    public static String write(AdminOutcome outcome) {
        return JSON.createObjectNode()
                .put("state", outcome.state().text())
                .put("detail", outcome.detail())
                .put("at", outcome.at())
                .toString();
    }

    /**
     * Reads what {@link #write(AdminOutcome)} wrote.
     *
     * @throws IllegalArgumentException if it is no outcome
     */
    public static AdminOutcome outcome(String text) {
        try {
            JsonNode json = JSON.readTree(text);
            return new AdminOutcome(
                    AdminOutcome.State.valueOf(text(json, "state").toUpperCase(Locale.ROOT)),
                    json.path("detail").asText(),
                    json.path("at").asLong());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not an outcome", e);
        }
    }

    private static RoomId room(JsonNode json) {
        return new RoomId(text(json, "room"));
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isTextual()) {
            throw new IllegalArgumentException(field + " must be text");
        }
        return value.textValue();
    }
}
