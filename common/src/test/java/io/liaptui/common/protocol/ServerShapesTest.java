package io.liaptui.common.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.room.RoomEvent;
import io.liaptui.common.room.RoomRules;
import io.liaptui.common.room.RoomState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every message that belongs to no game has the fields and types the existing client reads (docs/protocol.md 5 to 7). */
class ServerShapesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RoomId ROOM = new RoomId("A1B2C3");
    private static final Instant NOW = Instant.ofEpochMilli(1_754_000_000_500L);

    /** Names of events that the client's own emitter uses (docs/protocol.md 2). */
    private static final Set<String> RESERVED = Set.of(
            "connected",
            "disconnected",
            "connectionFailed",
            "connectionError",
            "reconnecting",
            "reconnected",
            "reconnectionFailed",
            "message",
            "messageSent",
            "messageQueued",
            "messageError");

    static Stream<Arguments> messages() {
        RoomState room = RoomState.NONE;
        for (RoomEvent event : RoomRules.create("liaptui", 4, "Mina", 0)) {
            room = room.apply(event, 0);
        }
        room = room.apply(new RoomEvent.Vacated(new Seat(3), "removed"), 0);
        String slots =
                "players[0].avatar_color:text players[0].is_bot:bool players[0].is_host:bool players[0].name:text"
                        + " players[1].avatar_color:null players[1].is_bot:bool players[1].is_host:bool players[1].name:text"
                        + " players[2].avatar_color:null players[2].is_bot:bool players[2].is_host:bool players[2].name:text"
                        + " players[3]:null";
        return Stream.of(
                Arguments.of(
                        new ServerMessage.RoomList(List.of(), true, NOW),
                        "room_list_update",
                        "initial:bool rooms:[] timestamp:float"),
                Arguments.of(
                        new ServerMessage.RoomList(List.of(), false, NOW, Optional.of("full")),
                        "room_list_update",
                        "notice:text rooms:[] timestamp:float"),
                Arguments.of(
                        new ServerMessage.Hello("n1", "b1", Optional.of(Duration.ofSeconds(90))),
                        "hello",
                        "build:text node:text turn_limit:float"),
                Arguments.of(new ServerMessage.Hello("n1", "b1", Optional.empty()), "hello", "build:text node:text"),
                Arguments.of(
                        new ServerMessage.RoomCreated(ROOM, "Mina", Optional.empty()),
                        "room_created",
                        "host_name:text room_id:text success:bool"),
                Arguments.of(
                        new ServerMessage.RoomJoined(ROOM, "Omar", new Seat(1), Optional.empty()),
                        "room_joined",
                        "assigned_slot:int player_name:text room_id:text success:bool"),
                Arguments.of(new ServerMessage.Error("join_room_error", "no"), "error", "message:text type:text"),
                Arguments.of(new ServerMessage.Error(null, "no"), "error", "message:text"),
                Arguments.of(
                        new ServerMessage.Pong(LongNode.valueOf(1_754_000_000_123L), 7.5, Optional.of(ROOM)),
                        "pong",
                        "room_id:text server_time:float timestamp:int"),
                Arguments.of(
                        new ServerMessage.RoomUpdate(ROOM, room),
                        "room_update",
                        "host_name:text " + slots + " room_id:text started:bool"),
                Arguments.of(
                        new ServerMessage.RoomStateUpdate(room),
                        "room_state_update",
                        "host_name:text "
                                + slots.replaceAll("players\\[3]", "slots.P4")
                                        .replaceAll("players\\[2]", "slots.P3")
                                        .replaceAll("players\\[1]", "slots.P2")
                                        .replaceAll("players\\[0]", "slots.P1")),
                Arguments.of(new ServerMessage.GameStarted(ROOM), "game_started", "room_id:text success:bool"),
                Arguments.of(
                        new ServerMessage.RoomClosed("gone", "host_left"), "room_closed", "message:text reason:text"),
                Arguments.of(
                        new ServerMessage.RoomNotFound("X", NOW),
                        "room_not_found",
                        "message:text room_id:text suggestion:text timestamp:float"),
                Arguments.of(
                        new ServerMessage.PlayerDisconnected("Omar", NOW),
                        "player_disconnected",
                        "ai_activated:bool can_reconnect:bool disconnect_time:text is_bot:bool player_name:text"),
                Arguments.of(
                        new ServerMessage.PlayerReconnected("Omar"),
                        "player_reconnected",
                        "is_bot:bool player_name:text resumed_control:bool"),
                Arguments.of(
                        new ServerMessage.HostChanged("Mina", "Omar"),
                        "host_changed",
                        "message:text new_host:text old_host:text"),
                Arguments.of(
                        new ServerMessage.PlayerLeft("Omar", true),
                        "player_left",
                        "player_name:text room_closed:bool success:bool"),
                Arguments.of(
                        new ServerMessage.LeaveGameSuccess("Omar"),
                        "leave_game_success",
                        "player_name:text success:bool"));
    }

    @ParameterizedTest
    @MethodSource("messages")
    void fieldsAndTypes(ServerMessage message, String event, String shape) throws Exception {
        JsonNode root = JSON.readTree(ServerCodec.encode(message));
        assertThat(root.properties()).extracting(java.util.Map.Entry::getKey).containsExactly("event", "data");
        assertThat(root.path("event").asText()).isEqualTo(event).isNotIn(RESERVED);
        TreeMap<String, String> found = new TreeMap<>();
        walk("", root.path("data"), found);
        assertThat(found.entrySet().stream()
                        .map(e -> e.getKey() + ":" + e.getValue())
                        .toList())
                .containsExactlyInAnyOrder(shape.split(" "));
    }

    @Test
    void aPongEchoesWhateverTheClientSent() throws Exception {
        JsonNode text = JsonNodeFactory.instance.textNode("as sent");
        ServerMessage pong = new ServerMessage.Pong(text, 1, Optional.empty());
        assertThat(JSON.readTree(ServerCodec.encode(pong)).at("/data/timestamp"))
                .isEqualTo(text);
    }

    private static void walk(String path, JsonNode node, TreeMap<String, String> found) {
        if (node.isObject()) {
            node.properties()
                    .forEach(e -> walk(path.isEmpty() ? e.getKey() : path + "." + e.getKey(), e.getValue(), found));
        } else if (node.isArray() && !node.isEmpty()) {
            for (int i = 0; i < node.size(); i++) {
                walk(path + "[" + i + "]", node.get(i), found);
            }
        } else {
            found.put(path, type(node));
        }
    }

    private static String type(JsonNode node) {
        if (node.isArray()) {
            return "[]";
        }
        if (node.isNull()) {
            return "null";
        }
        if (node.isBoolean()) {
            return "bool";
        }
        if (node.isTextual()) {
            return "text";
        }
        return node.isIntegralNumber() ? "int" : "float";
    }
}
