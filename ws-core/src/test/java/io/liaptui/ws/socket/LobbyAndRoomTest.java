package io.liaptui.ws.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.testkit.Person;
import io.liaptui.ws.testkit.TestCluster;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of a room before its game, over two nodes (docs/protocol.md 3, 9, 10). */
class LobbyAndRoomTest {
    private final TestCluster cluster = new TestCluster(1);
    private final NodeId a = cluster.node("a");
    private final NodeId b = cluster.node("b");

    @Test
    void aNewRoomIsFullOfBotsAndListedOnBothNodes() {
        FakeSocket watcher = cluster.connect(b, "lobby", "0".repeat(32));
        watcher.say("client_ready", "room_id", "\"lobby\"");
        assertThat(watcher.last("room_list_update")
                        .orElseThrow()
                        .path("initial")
                        .asBoolean())
                .isTrue();
        Person mina = new Person(cluster, "Mina", a);
        String room = mina.createRoom(a);
        cluster.time().pass(Duration.ofSeconds(1));

        JsonNode listed =
                watcher.last("room_list_update").orElseThrow().path("rooms").path(0);
        assertThat(listed.path("room_id").asText()).isEqualTo(room).matches("[0-9A-F]{6}");
        assertThat(listed.path("occupied_slots").asInt()).isEqualTo(4);
        assertThat(watcher.events()).doesNotContain("room_created");
        JsonNode page = mina.socket().last("room_update").orElseThrow();
        assertThat(page.path("players"))
                .extracting(p -> p.path("is_bot").asBoolean())
                .containsExactly(false, true, true, true);
        assertThat(page.path("players").path(1).path("avatar_color").isNull()).isTrue();
    }

    @Test
    void theRoomPageIsToldAgainBecauseTheExistingClientListensLate() {
        Person mina = new Person(cluster, "Mina", a);
        mina.createRoom(a);
        mina.socket().frames().clear();
        mina.socket().say("get_room_state");
        cluster.time().pass(Duration.ofSeconds(1));
        assertThat(mina.socket().events().stream().filter("room_update"::equals))
                .hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void namesThatLookAlikeCannotShareARoom() {
        Person host = new Person(cluster, "Ann", a);
        String room = host.createRoom(a);
        host.socket().say("remove_player", "slot_id", "2");
        FakeSocket lobby = cluster.connect(b, "lobby", "0".repeat(32));
        lobby.say("join_room", "room_id", '"' + room.toLowerCase() + '"', "player_name", "\"aNN\"");
        assertThat(lobby.last("error").orElseThrow().path("message").asText()).contains("already called");
    }

    @Test
    void aRemovedPlayerIsToldAndTheSeatIsEmpty() {
        Person host = new Person(cluster, "Ann", a);
        String room = host.createRoom(a);
        host.socket().say("remove_player", "slot_id", "\"2\"");
        Person guest = new Person(cluster, "Ben", b);
        guest.join(b, room);
        host.socket().say("remove_player", "slot_id", "2");
        assertThat(guest.socket()
                        .last("room_closed")
                        .orElseThrow()
                        .path("reason")
                        .asText())
                .isEqualTo("player_removed");
        assertThat(guest.socket().closeCode()).isEqualTo(1000);
        assertThat(host.socket()
                        .last("room_update")
                        .orElseThrow()
                        .path("players")
                        .path(1)
                        .isNull())
                .isTrue();
    }

    @Test
    void theHostLeavesAndTheRoomIsClosed() {
        Person host = new Person(cluster, "Ann", a);
        String room = host.createRoom(a);
        host.socket().say("remove_player", "slot_id", "2");
        Person guest = new Person(cluster, "Ben", b);
        guest.join(b, room);
        host.socket().say("leave_room", "player_name", "\"Ann\"");
        assertThat(host.socket()
                        .last("player_left")
                        .orElseThrow()
                        .path("room_closed")
                        .asBoolean())
                .isTrue();
        assertThat(guest.socket()
                        .last("room_closed")
                        .orElseThrow()
                        .path("reason")
                        .asText())
                .isEqualTo("host_left");
        cluster.time().pass(Duration.ofSeconds(1));
        FakeSocket late = cluster.connect(b, room, "1".repeat(32));
        assertThat(late.events()).containsExactly("room_not_found");
    }

    @Test
    void aGuestWhoDropsBeforeTheStartLosesTheSeatAfterAMoment() {
        Person host = new Person(cluster, "Ann", a);
        String room = host.createRoom(a);
        host.socket().say("remove_player", "slot_id", "2");
        Person guest = new Person(cluster, "Ben", b);
        guest.join(b, room);
        guest.socket().leave();
        cluster.time().pass(Duration.ofMillis(1900));
        assertThat(host.socket()
                        .last("room_update")
                        .orElseThrow()
                        .path("players")
                        .path(1)
                        .isNull())
                .isFalse();
        cluster.time().pass(Duration.ofMillis(200));
        assertThat(host.socket()
                        .last("room_update")
                        .orElseThrow()
                        .path("players")
                        .path(1)
                        .isNull())
                .isTrue();
    }

    @Test
    void aDesertedGameIsClosedAfterThirtySeconds() {
        Person mina = new Person(cluster, "Mina", a);
        String room = mina.createRoom(a);
        mina.socket().say("start_game");
        cluster.time().pass(Duration.ofSeconds(1));
        mina.socket().leave();
        cluster.time().pass(Duration.ofSeconds(29));
        assertThat(cluster.connect(b, room, "1".repeat(32)).events()).doesNotContain("room_not_found");
        cluster.time().pass(Duration.ofSeconds(3));
        assertThat(cluster.connect(b, room, "1".repeat(32)).events()).containsExactly("room_not_found");
    }

    @Test
    void theHopAtTheStartIsNoAbsence() {
        Person mina = new Person(cluster, "Mina", a);
        String room = mina.createRoom(a);
        mina.socket().say("start_game");
        mina.socket().leave();
        cluster.time().pass(Duration.ofMillis(300));
        mina.enter(b, room);
        cluster.time().pass(Duration.ofSeconds(3));
        assertThat(mina.socket().events()).doesNotContain("player_disconnected", "player_reconnected");
        assertThat(mina.socket().phase()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "create_room, '{}', 'must be a text'",
        "create_room, '{\"player_name\":\"  \"}', '1 to 50 characters'",
        "create_room, '{\"player_name\":\"42\"}', 'all digits'",
        "create_room, '{\"player_name\":\"Bot 2\"}', 'belong to bots'",
        "create_room, '{\"player_name\":\"a<b\"}', 'must not contain'",
        "create_room, '{\"player_name\":\"a\\u200bb\"}', 'invisible'",
        "create_room, '{\"player_name\":\"__proto__\"}', 'cannot be used'",
        "create_room, '{\"player_name\":\"\\ud83d\"}', 'half characters'",
        "create_room, '{\"player_name\":\"\\u3164\"}', 'invisible'",
        "join_room, '{\"player_name\":\"\\u0301\\ufe0f\",\"room_id\":\"A\"}', 'can be seen'",
        "join_room, '{\"player_name\":\"Ben\",\"room_id\":\"FFFFFF\"}', 'no room FFFFFF'",
        "join_room, '{\"player_name\":\"Ben\"}', 'room_id'"
    })
    void badRequestsInTheLobbyAreExplained(String event, String data, String problem) {
        FakeSocket socket = cluster.connect(a, "lobby", "0".repeat(32));
        socket.sayRaw("{\"event\":\"" + event + "\",\"data\":" + data + "}");
        assertThat(socket.last("error").orElseThrow().path("message").asText()).contains(problem);
        assertThat(socket.closeCode()).isZero();
    }

    @Test
    void unknownEventsInTheLobbyAreSilent() {
        FakeSocket socket = cluster.connect(a, "lobby", "0".repeat(32));
        socket.say("dance");
        assertThat(socket.frames()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'[]'", "'{\"event\":7}'", "'{'", "'{\"event\":\"play\",\"data\":[]}'", "'{\"event\":\"dance\"}'"})
    void malformedMessagesAreAnsweredAndTheRoomNeverNotices(String text) {
        Person mina = new Person(cluster, "Mina", a);
        mina.createRoom(a);
        int before = mina.socket().frames().size();
        mina.socket().sayRaw(text);
        assertThat(mina.socket().events().subList(before, mina.socket().frames().size()))
                .containsExactly("error");
        assertThat(mina.socket().last("error").orElseThrow().path("type").asText())
                .isEqualTo("validation_error");
        assertThat(mina.socket().closeCode()).isZero();
    }

    @Test
    void overLongTextIsAnsweredAndThenClosed() {
        FakeSocket socket = cluster.connect(a, "lobby", "0".repeat(32));
        socket.sayRaw("{\"event\":\"ping\",\"data\":{\"x\":\"" + "y".repeat(9000) + "\"}}");
        assertThat(socket.events()).containsExactly("error");
        assertThat(socket.closeCode()).isEqualTo(1009);
    }

    @Test
    void aRoomThatIsGoneAnswersAndStaysOpen() {
        FakeSocket socket = cluster.connect(a, "ABC123", "0".repeat(32));
        assertThat(socket.events()).containsExactly("room_not_found");
        socket.say("client_ready", "room_id", "\"ABC123\"");
        socket.say("get_room_state");
        socket.say("start_game");
        assertThat(socket.events()).containsExactly("room_not_found", "room_closed", "room_closed", "error");
        assertThat(socket.closeCode()).isZero();
    }
}
