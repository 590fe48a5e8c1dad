package io.liaptui.box.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.box.front.rules.RulesFile;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The idle timeout of the listener: 15 s in the file of this test, 1.5 s by the time scale. */
final class IdleTimeoutTest {
    private static final long IDLE_NANOS = Duration.ofMillis(1_500).toNanos();

    private Site site;

    @BeforeEach
    void start(@TempDir Path directory) throws Exception {
        RulesFile rules = new RulesFile()
                .with("/load_balancer/idle_timeout", "15")
                .with("/rules/websocket-without-upgrade/action", "{\"type\":\"forward\",\"target_group_key\":\"ws\"}");
        site = new Site(rules.parse(), directory, 0.1, 1);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void aSilentSocketIsClosedAndNotBefore() {
        SocketClient client = new SocketClient();
        client.open(site.door.uri(), "/ws/echo");
        long opened = System.nanoTime();

        Wait.until("an end", () -> client.broken.isDone() || client.closed.isDone());

        assertThat(System.nanoTime() - opened).isGreaterThan(IDLE_NANOS * 9 / 10);
        Wait.until(
                "the node hears of it", () -> site.state(site.nodes.getFirst()).connections() == 0);
    }

    @Test
    void bytesOfTheClientKeepASocketOpen() {
        SocketClient client = new SocketClient();
        WebSocket socket = client.open(site.door.uri(), "/ws/echo");

        // Pongs without a ping are allowed and get no answer: bytes one way only
        atIntervals(() -> socket.sendPong(ByteBuffer.allocate(1)), client);
    }

    @Test
    void bytesOfTheNodeKeepASocketOpen() {
        SocketClient client = new SocketClient();
        client.open(site.door.uri(), "/ws/echo");

        atIntervals(() -> site.nodes.getFirst().sayToAll("tick"), client);

        assertThat(client.texts).hasSizeGreaterThan(5).containsOnly("tick");
    }

    @Test
    void aNodeThatDoesNotAnswerIs504() throws Exception {
        try (RawClient client = site.connect()) {
            long asked = System.nanoTime();

            assertThat(client.ask("GET /ws/hang").status()).isEqualTo(504);
            assertThat(System.nanoTime() - asked).isGreaterThan(IDLE_NANOS * 9 / 10);
            assertThat(client.ask("GET /admin").status()).isEqualTo(404);
        }
    }

    @Test
    void aNodeThatDoesNotAnswerAnUpgradeIs504() throws Exception {
        try (RawClient client = site.connect()) {
            assertThat(client.ask("GET /ws/hang", "Connection: Upgrade", "Upgrade: websocket")
                            .status())
                    .isEqualTo(504);
        }
    }

    @Test
    void aConnectionThatWaitsForAnotherRequestIsClosed() throws Exception {
        try (RawClient client = site.connect()) {
            assertThat(client.ask("GET /admin").status()).isEqualTo(404);
            assertThat(client.read()).isEqualTo(-1);
        }
    }

    private static void atIntervals(Runnable action, SocketClient client) {
        try (ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor()) {
            timer.scheduleAtFixedRate(action, 0, 100, TimeUnit.MILLISECONDS);
            long end = System.nanoTime() + 3 * IDLE_NANOS;
            Wait.until("three idle timeouts have passed", () -> System.nanoTime() > end);
            timer.shutdownNow();
        }
        assertThat(client.broken).isNotDone();
        assertThat(client.closed).isNotDone();
    }
}
