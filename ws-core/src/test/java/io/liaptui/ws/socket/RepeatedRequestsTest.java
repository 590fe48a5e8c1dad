package io.liaptui.ws.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.testkit.Person;
import io.liaptui.ws.testkit.TestCluster;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An answer may get lost, a button be pressed twice: what is asked again is answered, and done once. */
class RepeatedRequestsTest {
    private static final String ID = "5b0e1b6a-0c55-4f1c-9d26-9b1f6f1f0a11";

    private final TestCluster cluster = new TestCluster(1);
    private final NodeId a = cluster.node("a");
    private final NodeId b = cluster.node("b");
    private Person host;
    private String room;

    @BeforeEach
    void aRoomWithOneFreeSeat() {
        host = new Person(cluster, "Ann", a);
        room = host.createRoom(a);
        host.socket().say("remove_player", "slot_id", "2");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoJoinsAgainHasTheSameSeatAndToken(boolean modern) {
        JsonNode first = join(lobby(b, modern, "1"), "Ben");
        FakeSocket again = lobby(a, modern, "1");
        JsonNode second = join(again, "Ben");
        assertThat(second).isEqualTo(first);
        assertThat(second.path("assigned_slot").asInt()).isEqualTo(1);
        assertThat(second.has("resume_token")).isEqualTo(modern);
        assertThat(again.events()).doesNotContain("error");
        assertThat(names()).containsExactly("Ann", "Ben", "Bot 3", "Bot 4");
    }

    @Test
    void whoPressesTwiceIsAnsweredTwice() {
        FakeSocket lobby = lobby(b, false, "1");
        lobby.post(text("join_room", "\"room_id\":\"" + room + "\",\"player_name\":\"Ben\"", ""));
        lobby.sayRaw(text("join_room", "\"room_id\":\"" + room + "\",\"player_name\":\"Ben\"", ""));
        assertThat(lobby.events()).containsExactly("room_joined", "room_joined");
    }

    @Test
    void whoJoinsAgainAfterTheStartComesToTheGame() {
        join(lobby(b, false, "1"), "Ben");
        host.socket().say("start_game");
        assertThat(join(lobby(b, false, "1"), "Ben").path("assigned_slot").asInt())
                .isEqualTo(1);
    }

    @Test
    void anotherBrowserDoesNotGetTheSeat() {
        join(lobby(b, false, "1"), "Ben");
        FakeSocket other = lobby(b, false, "2");
        other.say("join_room", "room_id", '"' + room + '"', "player_name", "\"Ben\"");
        assertThat(other.events()).containsExactly("error");
        FakeSocket sameBrowser = lobby(b, false, "1");
        sameBrowser.say("join_room", "room_id", '"' + room + '"', "player_name", "\"BEN\"");
        assertThat(sameBrowser.events()).containsExactly("error");
    }

    @Test
    void whoJoinsAgainHasTimeToComeAnew() {
        join(lobby(b, false, "1"), "Ben");
        cluster.time().pass(Duration.ofSeconds(10));
        join(lobby(b, false, "1"), "Ben");
        cluster.time().pass(Duration.ofSeconds(10));
        assertThat(names()).contains("Ben");
        cluster.time().pass(Duration.ofSeconds(6));
        assertThat(names()).doesNotContain("Ben");
    }

    @Test
    void aLostPlaceIsNotKeptByHowTheRoomWasTakenOver() {
        JsonNode first = join(lobby(b, true, "1"), "Ben");
        cluster.kill(a);
        cluster.noticeDeath(a);
        assertThat(join(lobby(b, true, "1"), "Ben")).isEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theSameCreateIsTheSameRoom(boolean modern) {
        String create = text("create_room", "\"player_name\":\"Mia\"", ",\"id\":\"" + ID + '"');
        FakeSocket lobby = lobby(a, modern, "3");
        lobby.sayRaw(create);
        JsonNode first = lobby.last("room_created").orElseThrow();
        lobby.frames().clear();
        lobby.sayRaw(create);
        assertThat(lobby.last("room_created")).contains(first);
        FakeSocket elsewhere = lobby(b, modern, "3");
        elsewhere.sayRaw(create);
        assertThat(elsewhere.last("room_created")).contains(first);
        assertThat(elsewhere.events()).doesNotContain("error");
        assertThat(cluster.rooms(a).running()).hasSize(2);
        assertThat(cluster.rooms(b).running()).isEmpty();
    }

    @Test
    void anotherRequestOrBrowserOrNoIdIsAnotherRoom() {
        FakeSocket lobby = lobby(a, false, "3");
        for (String id :
                new String[] {",\"id\":\"" + ID + '"', ",\"id\":\"" + ID + "0\"", "", "", ",\"id\":7", ",\"id\":\"x\""
                }) {
            lobby.sayRaw(text("create_room", "\"player_name\":\"Mia\"", id));
        }
        lobby(a, false, "4").sayRaw(text("create_room", "\"player_name\":\"Mia\"", ",\"id\":\"" + ID + '"'));
        assertThat(cluster.rooms(a).running()).hasSize(8);
    }

    /** Somebody else's room has the id by chance: it is left alone. */
    @Test
    void aTakenIdIsNoRoomOfMine() {
        RoomId taken = RoomId.of("3".repeat(32), ID, 0);
        assertThat(cluster.running(a).sockets().lobby().create(taken, "Eve", "e".repeat(64), ""))
                .isNotNull();
        cluster.time().settle();
        FakeSocket lobby = lobby(a, false, "3");
        lobby.sayRaw(text("create_room", "\"player_name\":\"Mia\"", ",\"id\":\"" + ID + '"'));
        assertThat(lobby.last("room_created").orElseThrow().path("room_id").asText())
                .isEqualTo(RoomId.of("3".repeat(32), ID, 1).value());
    }

    @Test
    void seatsAndStartAreAskedForTwice() {
        FakeSocket socket = host.socket();
        for (String[] request : new String[][] {
            {"remove_player", "slot_id", "3"}, {"add_bot", "slot_id", "2"}, {"add_bot", "slot_id", "3"}
        }) {
            socket.say(request[0], request[1], request[2]);
            String before = names().toString();
            socket.frames().clear();
            socket.say(request[0], request[1], request[2]);
            assertThat(socket.events()).containsExactly("room_update");
            assertThat(names().toString()).isEqualTo(before);
        }
        socket.say("start_game");
        cluster.time().pass(Duration.ofSeconds(3));
        socket.frames().clear();
        socket.say("start_game");
        assertThat(socket.events()).containsExactly("game_started");
    }

    @Test
    void whoLeavesTwiceIsToldTwice() {
        Person ben = new Person(cluster, "Ben", b);
        ben.join(b, room);
        ben.socket().say("leave_room", "player_name", "\"Ben\"");
        ben.enter(b, room);
        ben.socket().frames().clear();
        ben.socket().say("leave_room", "player_name", "\"Ben\"");
        assertThat(ben.socket().last("error").orElseThrow().path("message").asText())
                .isEqualTo("You have no seat in this room.");
        assertThat(names()).contains("Ann");
    }

    private FakeSocket lobby(NodeId node, boolean modern, String sid) {
        return modern
                ? cluster.connectModern(node, "lobby", sid.repeat(32))
                : cluster.connect(node, "lobby", sid.repeat(32));
    }

    private JsonNode join(FakeSocket lobby, String name) {
        lobby.say("join_room", "room_id", '"' + room + '"', "player_name", '"' + name + '"');
        return lobby.last("room_joined").orElseThrow();
    }

    private static String text(String event, String data, String more) {
        return "{\"event\":\"" + event + "\",\"data\":{" + data + "}" + more + "}";
    }

    private java.util.List<String> names() {
        FakeSocket watcher = cluster.connect(a, room, "9".repeat(32));
        watcher.say("client_ready", "room_id", '"' + room + '"');
        java.util.List<String> names = new java.util.ArrayList<>();
        watcher.last("room_update")
                .orElseThrow()
                .path("players")
                .forEach(player -> names.add(player.path("name").asText()));
        watcher.leave();
        return names;
    }
}
