package io.liaptui.ws.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.testkit.Person;
import io.liaptui.ws.testkit.TestCluster;
import java.time.Duration;
import java.util.Collections;
import org.junit.jupiter.api.Test;

/** A client that measures latency gets its pongs, and above its limit a word instead of silence. */
class LimitedPingsTest {
    private static final String PING = "{\"event\":\"ping\",\"data\":{\"timestamp\":1}}";

    private final TestCluster cluster = new TestCluster(1);
    private final NodeId a = cluster.node("a");

    private FakeSocket lobby() {
        return cluster.connect(a, "lobby", "0".repeat(32));
    }

    private FakeSocket room() {
        Person mina = new Person(cluster, "Mina", a);
        mina.enter(a, mina.createRoom(a));
        cluster.time().pass(Duration.ofSeconds(1));
        mina.socket().frames().clear();
        return mina.socket();
    }

    @Test
    void aScriptOnAFreshSocketGetsAThousandPongsInARow() {
        FakeSocket socket = lobby();
        for (int i = 1; i <= 1_000; i++) {
            socket.sayRaw(PING);
            assertThat(socket.frames()).hasSize(i);
        }
        assertThat(socket.events()).containsOnly("pong");
    }

    @Test
    void twentyASecondAreNeverRefused() {
        FakeSocket socket = room();
        for (int i = 0; i < 20 * 300; i++) {
            socket.sayRaw(PING);
            cluster.time().pass(Duration.ofMillis(50));
        }
        assertThat(socket.events()).hasSize(20 * 300).containsOnly("pong");
    }

    @Test
    void aboveTheLimitItIsToldOnceASecondAndAtTheEndOfIt() {
        FakeSocket socket = room();
        while (!socket.events().contains("error")) {
            socket.sayRaw(PING);
        }
        for (int i = 0; i < 5; i++) {
            socket.sayRaw(PING);
        }
        assertThat(errors(socket)).isEqualTo(1);
        assertThat(socket.last("error").orElseThrow().path("type").asText()).isEqualTo("rate_limited");
        cluster.time().pass(Duration.ofMillis(1_100));
        assertThat(errors(socket)).as("who waits for the last answer gets it").isEqualTo(2);
        cluster.time().pass(Duration.ofSeconds(10));
        assertThat(errors(socket)).as("nothing was refused since").isEqualTo(2);
        assertThat(socket.closeCode()).isZero();
    }

    /** An error there is an alert in the existing client: docs/protocol.md 12. */
    @Test
    void inTheLobbyTheExistingClientIsWarnedWithoutAnAlert() {
        FakeSocket socket = lobby();
        while (!socket.events().contains("rate_limit_warning")) {
            socket.sayRaw(PING);
        }
        assertThat(socket.events()).doesNotContain("error");
        FakeSocket ours = cluster.connectModern(a, "lobby", "1".repeat(32));
        while (!ours.events().contains("error")) {
            ours.sayRaw(PING);
        }
        assertThat(ours.last("error").orElseThrow().path("type").asText()).isEqualTo("rate_limited");
    }

    @Test
    void whatDoesNotFitIntoTheInboxIsToldToo() {
        for (FakeSocket socket : new FakeSocket[] {lobby(), room()}) {
            for (int i = 0; i < 500; i++) {
                socket.post(PING);
            }
            cluster.time().pass(Duration.ofSeconds(2));
            assertThat(socket.events())
                    .containsOnlyOnce(socket.events().contains("error") ? "error" : "rate_limit_warning");
            assertThat(Collections.frequency(socket.events(), "pong")).isBetween(64, 499);
        }
    }

    @Test
    void whoNeverStopsIsClosed() {
        FakeSocket socket = room();
        for (int i = 0; i < 3_000; i++) {
            socket.sayRaw(PING);
        }
        assertThat(socket.closeCode()).isEqualTo(1008);
    }

    private static int errors(FakeSocket socket) {
        return Collections.frequency(socket.events(), "error");
    }
}
