package io.liaptui.ws.socket;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.testkit.Person;
import io.liaptui.ws.testkit.TestCluster;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Our own client changes from a node that goes to another one, with two sockets for a moment. */
class ChangeOverTest {
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
    void theOldSocketStaysUntilTheNewOneHasSeenEverything() {
        FakeSocket old = enter(b, null);
        cluster.registry(b).drain();
        FakeSocket fresh = enter(a, newest(old));
        assertThat(steps(fresh)).isEqualTo(steps(old));
        cluster.time().pass(Duration.ofMillis(900));
        assertThat(old.closeCode()).as("its client leaves it").isZero();
        cluster.time().pass(Duration.ofMillis(200));
        assertThat(old.closeCode()).as("unless it does not").isEqualTo(1000);
        assertThat(fresh.closeCode()).isZero();
    }

    @Test
    void noStepIsMissingAndTheOldSocketIsTakenForNobodyAnyMore() {
        FakeSocket old = enter(b, null);
        JsonNode seen = newest(old);
        cluster.registry(b).drain();
        say(old, 1, "remove_player", "{\"slot_id\":2}");
        FakeSocket fresh = enter(a, seen);
        say(old, 2, "remove_player", "{\"slot_id\":3}");
        assertThat(old.last("error").orElseThrow().path("message").asText()).contains("another window");
        say(fresh, 2, "remove_player", "{\"slot_id\":3}");
        assertThat(steps(old)).doesNotContain(newest(fresh).path("frame").asLong());
        assertThat(steps(fresh))
                .containsExactly(
                        seen.path("frame").asLong() + 1, seen.path("frame").asLong() + 2);
        old.leave();
        cluster.time().pass(Duration.ofSeconds(10));
        assertThat(fresh.last("room_update").orElseThrow().at("/players/0/name").asText())
                .as("the seat")
                .isEqualTo("Ann");
        assertThat(fresh.closeCode()).isZero();
    }

    @Test
    void aWatcherSeesOnBothSocketsUntilItLeavesOne() {
        FakeSocket old = watch(b, null);
        cluster.registry(b).drain();
        FakeSocket fresh = watch(a, newest(old));
        host.socket().say("remove_player", "slot_id", "2");
        assertThat(newest(fresh)).isEqualTo(newest(old));
        old.leave();
        host.socket().say("remove_player", "slot_id", "3");
        assertThat(newest(fresh).path("frame").asLong())
                .isEqualTo(newest(old).path("frame").asLong() + 1);
    }

    @Test
    void aNewRoomIsAskedForAtTheNextNode() {
        FakeSocket own = cluster.connectModern(b, "lobby", "9".repeat(32));
        FakeSocket existing = cluster.connect(b, "lobby", "8".repeat(32));
        cluster.registry(b).drain();
        List.of(own, existing).forEach(lobby -> lobby.say("create_room", "player_name", "\"Ben\""));
        assertThat(own.last("error").orElseThrow().path("type").asText()).isEqualTo("moving");
        assertThat(existing.last("error").orElseThrow().path("type").asText()).isEqualTo("room_creation_error");
    }

    private static Stream<JsonNode> seqs(FakeSocket socket) {
        return socket.frames().stream().filter(frame -> frame.has("seq")).map(frame -> frame.path("seq"));
    }

    private static List<Long> steps(FakeSocket socket) {
        return seqs(socket).map(seq -> seq.path("frame").asLong()).distinct().toList();
    }

    private static JsonNode newest(FakeSocket socket) {
        return seqs(socket).reduce((_, last) -> last).orElseThrow();
    }

    private FakeSocket enter(NodeId node, @org.jspecify.annotations.Nullable JsonNode seen) {
        return ready(cluster.connectModern(node, room, host.sid()), ",\"player_name\":\"Ann\"", seen);
    }

    private FakeSocket watch(NodeId node, @org.jspecify.annotations.Nullable JsonNode seen) {
        return ready(cluster.connectModern(node, room, "9".repeat(32)), "", seen);
    }

    private FakeSocket ready(FakeSocket socket, String name, @org.jspecify.annotations.Nullable JsonNode seen) {
        String given = seen == null ? "" : ",\"seen\":" + seen;
        socket.sayRaw("{\"event\":\"client_ready\",\"data\":{\"room_id\":\"" + room + "\",\"session\":\"session-1\""
                + name + given + "}}");
        return socket;
    }

    private static void say(FakeSocket socket, long command, String event, String data) {
        socket.sayRaw("{\"event\":\"" + event + "\",\"command\":" + command + ",\"data\":" + data + "}");
    }
}
