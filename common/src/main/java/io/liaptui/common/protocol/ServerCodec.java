package io.liaptui.common.protocol;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.room.Occupant;
import io.liaptui.common.room.RoomState;
import io.liaptui.common.wire.Frame;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Writes {@link ServerMessage}s, field for field as the existing client reads them. */
public final class ServerCodec {
    private ServerCodec() {}

    /** For one socket. */
    public static String encode(ServerMessage message) {
        return Frame.envelope(event(message), data(message));
    }

    /** For everybody in a room. */
    public static Frame frame(ServerMessage message) {
        return Frame.same(event(message), data(message));
    }

    /** One seat as lists and room pages show it; {@code null} where nobody sits. */
    public static @Nullable ObjectNode slot(RoomState room, Seat seat) {
        return room.at(seat)
                .map(occupant -> {
                    ObjectNode slot = object().put("name", occupant.name());
                    slot.put("is_bot", occupant.isPlayedByBot()).put("is_host", room.isHost(seat));
                    slot.put("avatar_color", occupant instanceof Occupant.Human human ? human.avatarColor() : null);
                    return slot;
                })
                .orElse(null);
    }

    /** All seats in order. */
    public static ArrayNode slots(RoomState room) {
        ArrayNode slots = JsonNodeFactory.instance.arrayNode();
        for (int i = 0; i < room.seats().size(); i++) {
            slots.add(slot(room, new Seat(i)));
        }
        return slots;
    }

    private static String event(ServerMessage message) {
        return switch (message) {
            case ServerMessage.RoomList list -> "room_list_update";
            case ServerMessage.RoomCreated created -> "room_created";
            case ServerMessage.RoomJoined joined -> "room_joined";
            case ServerMessage.Error error -> "error";
            case ServerMessage.RateLimitWarning warning -> "rate_limit_warning";
            case ServerMessage.Pong pong -> "pong";
            case ServerMessage.RoomUpdate update -> "room_update";
            case ServerMessage.RoomStateUpdate update -> "room_state_update";
            case ServerMessage.GameStarted started -> "game_started";
            case ServerMessage.RoomClosed closed -> "room_closed";
            case ServerMessage.RoomNotFound missing -> "room_not_found";
            case ServerMessage.PlayerDisconnected gone -> "player_disconnected";
            case ServerMessage.PlayerReconnected back -> "player_reconnected";
            case ServerMessage.HostChanged changed -> "host_changed";
            case ServerMessage.PlayerLeft left -> "player_left";
            case ServerMessage.LeaveGameSuccess left -> "leave_game_success";
            case ServerMessage.ServerShutdown shutdown -> "server_shutdown";
            case ServerMessage.OpenAnother another -> "server_shutdown";
            case ServerMessage.Hello hello -> "hello";
            case ServerMessage.Announcement announcement -> "announcement";
            case ServerMessage.Ack ack -> "ack";
            case ServerMessage.Position position -> "position";
            case ServerMessage.Paused paused -> "paused";
            case ServerMessage.Resumed resumed -> "resumed";
        };
    }

    private static ObjectNode data(ServerMessage message) {
        ObjectNode data = object();
        return switch (message) {
            case ServerMessage.RoomList(var rooms, var initial, var now, var notice) -> {
                data.putArray("rooms").addAll(rooms);
                data.put("timestamp", seconds(now));
                notice.ifPresent(text -> data.put("notice", text));
                yield initial ? data.put("initial", true) : data;
            }
            case ServerMessage.RoomCreated(var room, var host, var token) -> {
                data.put("room_id", room.value()).put("host_name", host).put("success", true);
                token.ifPresent(t -> data.put("resume_token", t));
                yield data;
            }
            case ServerMessage.RoomJoined(var room, var player, var seat, var token) -> {
                data.put("room_id", room.value()).put("player_name", player);
                data.put("assigned_slot", seat.index()).put("success", true);
                token.ifPresent(t -> data.put("resume_token", t));
                yield data;
            }
            case ServerMessage.Error(var type, var text) -> {
                data.put("message", text);
                yield type == null ? data : data.put("type", type);
            }
            case ServerMessage.RateLimitWarning(var text) ->
                data.put("type", "rate_limited").put("message", text).put("remaining", 0);
            case ServerMessage.Pong(var timestamp, var serverTime, var room) -> {
                data.set("timestamp", timestamp);
                data.put("server_time", serverTime);
                room.ifPresent(id -> data.put("room_id", id.value()));
                yield data;
            }
            case ServerMessage.RoomUpdate(var room, var state) -> {
                data.set("players", slots(state));
                data.put("host_name", hostName(state)).put("room_id", room.value());
                yield data.put("started", started(state));
            }
            case ServerMessage.RoomStateUpdate(var state) -> {
                ObjectNode slots = data.putObject("slots");
                for (int i = 0; i < state.seats().size(); i++) {
                    Seat seat = new Seat(i);
                    slots.set(seat.label(), slot(state, seat));
                }
                yield data.put("host_name", hostName(state));
            }
            case ServerMessage.GameStarted(var room) ->
                data.put("room_id", room.value()).put("success", true);
            case ServerMessage.RoomClosed(var text, var reason) -> {
                data.put("message", text);
                yield reason == null ? data : data.put("reason", reason);
            }
            case ServerMessage.RoomNotFound(var room, var now) ->
                data.put("room_id", room)
                        .put("message", "There is no room " + room + ".")
                        .put("suggestion", "It may have been closed. Create or join another one in the lobby.")
                        .put("timestamp", seconds(now));
            case ServerMessage.PlayerDisconnected(var player, var at) ->
                data.put("player_name", player)
                        .put("ai_activated", true)
                        .put("can_reconnect", true)
                        .put("is_bot", true)
                        .put("disconnect_time", at.toString());
            case ServerMessage.PlayerReconnected(var player) ->
                data.put("player_name", player).put("resumed_control", true).put("is_bot", false);
            case ServerMessage.HostChanged(var from, var to) ->
                data.put("old_host", from).put("new_host", to).put("message", to + " is the host now.");
            case ServerMessage.PlayerLeft(var player, var closed) ->
                data.put("player_name", player).put("success", true).put("room_closed", closed);
            case ServerMessage.LeaveGameSuccess(var player) ->
                data.put("player_name", player).put("success", true);
            case ServerMessage.ServerShutdown(var delay, var text) ->
                data.put("message", text).put("reconnect_delay", delay.toMillis() / 1000.0);
            case ServerMessage.OpenAnother(var within, var text) ->
                data.put("message", text).put("open_another", true).put("within", within.toMillis() / 1000.0);
            case ServerMessage.Hello(var node, var build, var limit) -> {
                data.put("node", node).put("build", build);
                limit.ifPresent(time -> data.put("turn_limit", time.toMillis() / 1000.0));
                yield data;
            }
            case ServerMessage.Announcement(var text, var at) ->
                data.put("message", text).put("timestamp", seconds(at));
            case ServerMessage.Ack(var command) -> data.put("command", command);
            case ServerMessage.Position() -> data;
            case ServerMessage.Paused(var reason, var text) ->
                data.put("reason", reason).put("message", text);
            case ServerMessage.Resumed() -> data;
        };
    }

    /** The name the room page shows; empty once a room has nobody left. */
    public static String hostName(RoomState state) {
        Seat host = state.host();
        return host == null ? "" : state.at(host).map(Occupant::name).orElse("");
    }

    private static boolean started(RoomState state) {
        return state.status() != io.liaptui.common.room.RoomStatus.OPEN;
    }

    private static double seconds(Instant at) {
        return at.toEpochMilli() / 1000.0;
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
