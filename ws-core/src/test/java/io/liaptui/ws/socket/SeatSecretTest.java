package io.liaptui.ws.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.testkit.Person;
import io.liaptui.ws.testkit.TestCluster;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A seat belongs to a secret, never to a name (design 6). */
class SeatSecretTest {
    private final TestCluster cluster = new TestCluster(1);
    private final NodeId node = cluster.node("a");
    private Person mina;
    private String room;

    @BeforeEach
    void minaPlays() {
        mina = new Person(cluster, "Mina", node);
        room = mina.createRoom(node);
        mina.socket().say("start_game");
        cluster.time().pass(java.time.Duration.ofSeconds(3));
    }

    private FakeSocket mallory() {
        FakeSocket socket = cluster.connect(node, room, "f".repeat(32));
        socket.say("client_ready", "room_id", "\"" + room + "\"", "player_name", "\"Mina\"");
        return socket;
    }

    @Test
    void theNameAloneShowsNoHand() {
        FakeSocket mallory = mallory();
        assertThat(mallory.last("phase_change")
                        .orElseThrow()
                        .path("players")
                        .path("Mina")
                        .path("hand"))
                .isEmpty();
        assertThat(mina.socket()
                        .last("phase_change")
                        .orElseThrow()
                        .path("players")
                        .path("Mina")
                        .path("hand"))
                .hasSize(8);
    }

    @Test
    void theNameAloneDoesNotTakeTheSeat() {
        mallory();
        assertThat(mina.socket().closeCode()).isZero();
        mina.socket().say("ping", "timestamp", "17");
        assertThat(mina.socket().last("pong").orElseThrow().path("timestamp").asInt())
                .isEqualTo(17);
    }

    @Test
    void theNameAloneActsForNobody() {
        FakeSocket mallory = mallory();
        mallory.say("declare", "player_name", "\"Mina\"", "value", "3");
        assertThat(mallory.last("error").orElseThrow().path("type").asText()).isEqualTo("permission_denied");
        mallory.say("leave_room", "player_name", "\"Mina\"");
        assertThat(mina.socket().events()).doesNotContain("player_disconnected", "room_closed");
    }

    @Test
    void aPlayerCannotActForAnother() {
        mina.socket().say("declare", "player_name", "\"Bot 2\"", "value", "3");
        assertThat(mina.socket().last("error").orElseThrow().path("type").asText())
                .isEqualTo("permission_denied");
    }

    /** An old cookie before or after the right one, of another path or another time: the one that fits the seat counts. */
    @ParameterizedTest
    @ValueSource(strings = {"%s,dddddddddddddddddddddddddddddddd", "dddddddddddddddddddddddddddddddd,%s"})
    void ofSeveralCookiesTheOneThatFitsTheSeatCounts(String cookies) {
        String both = cookies.replace("%s", mina.sid());
        FakeSocket socket = cluster.connect(node, room, both);
        socket.say("client_ready", "room_id", '"' + room + '"', "player_name", "\"Mina\"");
        assertThat(socket.last("phase_change")
                        .orElseThrow()
                        .path("players")
                        .path("Mina")
                        .path("hand"))
                .hasSize(8);
        FakeSocket lobby = cluster.connectModern(node, "lobby", both);
        lobby.say("join_room", "room_id", '"' + room + '"', "player_name", "\"Mina\"");
        String token =
                lobby.last("room_joined").orElseThrow().path("resume_token").asText();
        FakeSocket resumed = cluster.connectModern(node, room, "0".repeat(32));
        resumed.say("client_ready", "room_id", '"' + room + '"', "resume_token", '"' + token + '"');
        assertThat(resumed.last("phase_change")
                        .orElseThrow()
                        .path("players")
                        .path("Mina")
                        .path("hand"))
                .hasSize(8);
    }

    @Test
    void theNewestSocketOfTheSecretHasTheSeat() {
        FakeSocket first = mina.socket();
        mina.enter(node, room);
        assertThat(first.closeCode()).isEqualTo(1000);
        assertThat(mina.socket().closeCode()).isZero();
        cluster.time().pass(java.time.Duration.ofSeconds(5));
        assertThat(mina.socket().events()).doesNotContain("player_disconnected");
    }
}
