package io.liaptui.ws.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that take their time, at a node with short deadlines and without budgets. */
@QuarkusTest
@TestProfile(SlowClientsTest.Impatient.class)
@WithTestResource(RedisResource.class)
class SlowClientsTest {
    /** What the kernels on both sides may hold; far less than what the test sends. */
    private static final long MOST_ON_ITS_WAY = 32L * 1024 * 1024;

    public static final class Impatient implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "liap.transport.handshake", "1s",
                    "liap.transport.unread", "1s",
                    "liap.transport.control-frames", "100000000",
                    "liap.transport.frames", "100000000",
                    "liap.transport.bytes", "400000000");
        }
    }

    @TestHTTPResource("/")
    URI url;

    /** Until then nobody is let in. */
    @BeforeEach
    void ready() {
        Management.eventuallyReady();
    }

    @Test
    void whoDoesNotReadIsNoLongerReadAndThenCut() throws Exception {
        byte[] ping = Wire.frame(Wire.FIN | Wire.PING, new byte[125]);
        byte[] pings = new byte[ping.length * 500];
        for (int i = 0; i < 500; i++) {
            System.arraycopy(ping, 0, pings, i * ping.length, ping.length);
        }
        long sent = 0;
        try (Wire wire = new Wire(url.getPort(), 4096).upgraded("lobby")) {
            try {
                while (sent < 8 * MOST_ON_ITS_WAY) {
                    wire.write(pings);
                    sent += pings.length;
                }
            } catch (IOException cut) {
                assertThat(wire.ends()).isTrue();
            }
        }
        assertThat(sent).isLessThan(MOST_ON_ITS_WAY);
    }

    @Test
    void whoReadsAllThatComesMaySendAsMuch() throws Exception {
        byte[] ping = Wire.frame(Wire.FIN | Wire.PING, new byte[125]);
        try (Wire wire = Wire.open(url.getPort(), "lobby")) {
            Thread sender = Thread.startVirtualThread(() -> {
                try {
                    for (int i = 0; i < 20_000; i++) {
                        wire.write(ping);
                    }
                } catch (IOException e) {
                    throw new AssertionError(e);
                }
            });
            for (int i = 0; i < 20_000; i++) {
                assertThat(wire.next(Wire.PONG).payload()).hasSize(125);
            }
            sender.join();
        }
    }

    @Test
    void halfHandshakesEndInTime() throws Exception {
        String half = "GET /ws/lobby HTTP/1.1\r\nHost: play.example\r\nUpgrade: webso";
        List<Wire> waiting = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Wire wire = new Wire(url.getPort());
            waiting.add(wire);
            wire.write(half.substring(0, i % half.length()).getBytes(StandardCharsets.US_ASCII));
        }
        for (Wire wire : waiting) {
            assertThat(wire.ends()).isTrue();
            wire.close();
        }
    }

    @Test
    void aHandshakeByteByByteEndsInTimeToo() throws Exception {
        try (Wire wire = new Wire(url.getPort())) {
            Thread slow = Thread.startVirtualThread(() -> {
                try {
                    wire.write("GET /ws/lobby HTTP/1.1\r\nX: ".getBytes(StandardCharsets.US_ASCII));
                    while (true) {
                        wire.write(new byte[] {'x'});
                        Thread.sleep(100);
                    }
                } catch (IOException | InterruptedException cut) {
                    Thread.currentThread().interrupt();
                }
            });
            assertThat(wire.ends()).isTrue();
            slow.join();
        }
    }

    @Test
    void anOpenSocketHasNoDeadline() throws Exception {
        try (Wire wire = Wire.open(url.getPort(), "lobby");
                Wire late = new Wire(url.getPort())) {
            assertThat(late.ends()).as("this one had as long, and more").isTrue();
            wire.send(Wire.FIN | Wire.PING, new byte[] {1});
            assertThat(wire.next(Wire.PONG).payload()).hasSize(1);
        }
    }
}
