package io.liaptui.ws.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.relay.RelayMessage;
import io.liaptui.ws.testkit.Person;
import io.liaptui.ws.testkit.TestCluster;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our own client comes back on another socket: it gets what it missed, or everything, and no command counts twice. */
class ComingBackTest {
    private static final String SESSION = "\"session-1\"";

    private final TestCluster cluster = new TestCluster(1);
    private final NodeId a = cluster.node("a");
    private final NodeId b = cluster.node("b");
    private Person host;
    private String room;

    @BeforeEach
    void aRoom() {
        host = new Person(cluster, "Ann", a);
        room = host.createRoom(a);
    }

    @Test
    void eachMessageSaysWhereTheRoomStandsAndTheLastThatItIsWhole() {
        FakeSocket socket = enter(b, null);
        JsonNode first = socket.frames().getLast().path("seq");
        assertThat(first.path("full").asBoolean()).isTrue();
        assertThat(first.has("more")).isFalse();
        assertThat(socket.frames().getFirst().path("seq").path("more").asBoolean())
                .isTrue();
        say(socket, 1, "remove_player", "{\"slot_id\":2}");
        JsonNode next = newest(socket);
        assertThat(next.path("epoch")).isEqualTo(first.path("epoch"));
        assertThat(next.path("frame").asLong()).isEqualTo(first.path("frame").asLong() + 1);
        assertThat(next.path("version").asLong())
                .isEqualTo(first.path("version").asLong() + 1);
        assertThat(next.has("full")).isFalse();
    }

    @Test
    void theExistingClientSeesNoneOfIt() {
        host.socket().say("remove_player", "slot_id", "2");
        assertThat(host.socket().frames()).isNotEmpty().allSatisfy(frame -> assertThat(frame.properties())
                .extracting(java.util.Map.Entry::getKey)
                .containsExactly("event", "data"));
        assertThat(host.socket().events()).doesNotContain("ack", "position", "paused");
    }

    @Test
    void whoMissedAFewGetsTheseInOrder() {
        FakeSocket socket = enter(b, null);
        say(socket, 1, "remove_player", "{\"slot_id\":2}");
        JsonNode seen = newest(socket);
        socket.vanish();
        host.enter(a, room);
        host.socket().say("remove_player", "slot_id", "3");
        host.socket().say("remove_player", "slot_id", "4");
        FakeSocket again = enter(a, seen);
        assertThat(again.events()).containsExactly("room_update", "room_update");
        assertThat(again.frames())
                .extracting(frame -> frame.path("seq").path("frame").asLong())
                .containsExactly(
                        seen.path("frame").asLong() + 1, seen.path("frame").asLong() + 2);
    }

    @Test
    void whoMissedNothingIsToldJustThat() {
        FakeSocket socket = enter(b, null);
        JsonNode seen = newest(socket);
        socket.vanish();
        FakeSocket again = enter(a, seen);
        assertThat(again.events()).containsExactly("position");
        assertThat(newest(again).path("frame")).isEqualTo(seen.path("frame"));
    }

    @Test
    void whoWasAwayForLongerThanIsKeptSeesEverything() {
        FakeSocket socket = enter(b, null);
        JsonNode seen = newest(socket);
        socket.vanish();
        host.enter(a, room);
        for (int i = 0; i < 33; i++) {
            cluster.time().pass(Duration.ofSeconds(5));
            host.socket().say("remove_player", "slot_id", "2");
            host.socket().say("add_bot", "slot_id", "2");
        }
        FakeSocket again = enter(a, seen);
        assertThat(newest(again).path("full").asBoolean()).isTrue();
        assertThat(newest(again).path("frame").asLong())
                .isEqualTo(seen.path("frame").asLong() + 66);
        assertThat(again.events()).contains("room_state_update");
    }

    @Test
    void whatWasSeenOfAnOwnerThatDiedIsNoUseToTheNext() {
        FakeSocket socket = enter(b, null);
        JsonNode seen = newest(socket);
        socket.vanish();
        cluster.kill(a);
        cluster.noticeDeath(a);
        FakeSocket again = enter(b, seen);
        cluster.time().pass(Duration.ofSeconds(1));
        assertThat(newest(again).path("full").asBoolean()).isTrue();
        assertThat(newest(again).has("rewound")).isFalse();
        assertThat(newest(again).path("epoch").asLong())
                .isGreaterThan(seen.path("epoch").asLong());
    }

    @Test
    void aCommandThatWasTakenBeforeTheSocketBrokeCountsOnce() {
        FakeSocket socket = enter(b, null);
        say(socket, 1, "remove_player", "{\"slot_id\":2}");
        say(socket, 2, "add_bot", "{\"slot_id\":2}");
        assertThat(socket.last("ack").orElseThrow().path("command").asLong()).isEqualTo(2);
        socket.vanish();
        FakeSocket again = enter(a, null);
        again.frames().clear();
        say(again, 2, "add_bot", "{\"slot_id\":2}");
        assertThat(again.events()).containsExactly("ack");
        say(again, 3, "add_bot", "{\"slot_id\":1}");
        assertThat(again.events()).containsExactly("ack", "error", "ack");
    }

    @Test
    void theAckComesAfterTheFrames() {
        FakeSocket socket = enter(b, null);
        socket.frames().clear();
        say(socket, 1, "remove_player", "{\"slot_id\":2}");
        assertThat(socket.events()).containsExactly("room_update", "ack");
    }

    @Test
    void nobodyTakesTheSessionOfAnother() {
        FakeSocket mine = enter(b, null);
        say(mine, 5, "remove_player", "{\"slot_id\":2}");
        Person ben = new Person(cluster, "Ben", b);
        ben.join(b, room);
        FakeSocket other = cluster.connectModern(b, room, ben.sid());
        ready(other, "Ben", null);
        other.frames().clear();
        say(other, 1, "leave_room", "{}");
        assertThat(other.events()).contains("player_left");
    }

    @Test
    void lostMovesAreNotHidden() {
        FakeSocket socket = enter(b, null);
        say(socket, 1, "remove_player", "{\"slot_id\":2}");
        JsonNode seen = newest(socket);
        var older = new RelayMessage.Step(
                RoomId.parse(room).orElseThrow(),
                seen.path("epoch").asLong() + 1,
                0,
                seen.path("version").asLong() - 1,
                true,
                null,
                List.of());
        cluster.network().relay(new NodeId("c")).send(b, older);
        cluster.time().settle();
        assertThat(newest(socket).path("rewound").asBoolean()).isTrue();
    }

    @Test
    void whatAWatcherMissedHoldsNobodysHand() {
        FakeSocket watcher = cluster.connectModern(b, room, "9".repeat(32));
        watcher.say("client_ready", "room_id", '"' + room + '"');
        JsonNode seen = newest(watcher);
        watcher.vanish();
        host.socket().say("start_game");
        cluster.time().pass(Duration.ofSeconds(3));
        FakeSocket again = cluster.connectModern(b, room, "9".repeat(32));
        again.say("client_ready", "room_id", '"' + room + '"', "seen", seen.toString());
        assertThat(again.events()).contains("game_started");
        JsonNode players = again.last("phase_change").orElseThrow().path("players");
        assertThat(players).hasSize(4).allSatisfy(player -> assertThat(player.path("hand"))
                .isEmpty());
        assertThat(host.socket()
                        .last("phase_change")
                        .orElseThrow()
                        .path("players")
                        .path("Ann")
                        .path("hand"))
                .isNotEmpty();
    }

    @Test
    void badFieldsAreNamed() {
        FakeSocket socket = cluster.connectModern(b, room, host.sid());
        socket.say("client_ready", "player_name", "\"Ann\"", "session", "\"x y\"");
        assertThat(socket.last("error").orElseThrow().path("message").asText()).contains("'session'");
        socket.say("client_ready", "player_name", "\"Ann\"", "seen", "{\"epoch\":-1}");
        assertThat(socket.last("error").orElseThrow().path("message").asText()).contains("'epoch'");
        socket.sayRaw("{\"event\":\"start_game\",\"command\":\"1\"}");
        assertThat(socket.last("error").orElseThrow().path("message").asText()).contains("'command'");
        assertThat(socket.closeCode()).isZero();
    }

    private FakeSocket enter(NodeId node, @org.jspecify.annotations.Nullable JsonNode seen) {
        FakeSocket socket = cluster.connectModern(node, room, host.sid());
        ready(socket, "Ann", seen);
        return socket;
    }

    private void ready(FakeSocket socket, String name, @org.jspecify.annotations.Nullable JsonNode seen) {
        String given = seen == null ? "" : ",\"seen\":" + seen;
        socket.sayRaw("{\"event\":\"client_ready\",\"data\":{\"room_id\":\"" + room + "\",\"player_name\":\"" + name
                + "\",\"session\":" + SESSION + given + "}}");
    }

    private static void say(FakeSocket socket, long command, String event, String data) {
        socket.sayRaw("{\"event\":\"" + event + "\",\"command\":" + command + ",\"data\":" + data + "}");
    }

    private static JsonNode newest(FakeSocket socket) {
        return socket.frames().reversed().stream()
                .filter(frame -> frame.has("seq"))
                .findFirst()
                .orElseThrow()
                .path("seq");
    }
}
