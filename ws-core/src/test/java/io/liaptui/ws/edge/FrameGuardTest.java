package io.liaptui.ws.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Below the level of messages: frames that are too many, and frames that are none by RFC 6455. */
@QuarkusTest
@WithTestResource(RedisResource.class)
class FrameGuardTest {
    private static final int MOST_PONGS = 150;

    @TestHTTPResource("/")
    URI url;

    /** Until then nobody is let in. */
    @BeforeEach
    void ready() {
        Management.eventuallyReady();
    }

    private Wire open() throws IOException {
        return Wire.open(url.getPort(), "lobby");
    }

    private static byte[] times(int count, byte[] bytes) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int i = 0; i < count; i++) {
            all.writeBytes(bytes);
        }
        return all.toByteArray();
    }

    @Test
    void pingsAreAnsweredAndAFloodOfThemEndsTheSocket() throws Exception {
        try (Wire wire = open()) {
            wire.send(Wire.FIN | Wire.PING, new byte[] {7});
            assertThat(wire.next(Wire.PONG).payload()).containsExactly(7);

            wire.write(times(2000, Wire.frame(Wire.FIN | Wire.PING, new byte[125])));

            int pongs = 0;
            Wire.Frame frame = wire.next();
            while (frame.opcode() != Wire.CLOSE) {
                pongs += frame.opcode() == Wire.PONG ? 1 : 0;
                frame = wire.next();
            }
            assertThat(frame.code()).isEqualTo(1008);
            assertThat(pongs).isLessThan(MOST_PONGS);
            assertThat(wire.ends()).isTrue();
        }
    }

    @Test
    void twelveSocketsThatPingAndNeverReadAreEnded() throws Exception {
        byte[] pings = times(1000, Wire.frame(Wire.FIN | Wire.PING, new byte[125]));
        List<CompletableFuture<Void>> floods = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            floods.add(CompletableFuture.runAsync(() -> floodUntilCut(pings), Thread::startVirtualThread));
        }
        for (CompletableFuture<Void> flood : floods) {
            flood.join();
        }
        try (Wire wire = open()) {
            wire.send(Wire.FIN | Wire.PING, new byte[] {1});
            assertThat(wire.next(Wire.PONG).payload()).hasSize(1);
        }
    }

    /** Returns when nothing can be sent any more. */
    private void floodUntilCut(byte[] pings) {
        try (Wire wire = open()) {
            try {
                while (true) {
                    wire.write(pings);
                }
            } catch (IOException cut) {
                assertThat(cut).isNotNull();
            }
        } catch (IOException e) {
            throw new AssertionError("the socket did not open", e);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void manyFragmentsEndTheSocket(int size) throws Exception {
        try (Wire wire = open()) {
            wire.send(Wire.TEXT, new byte[] {'{'});
            wire.write(times(400, Wire.frame(Wire.CONTINUATION, times(size, new byte[] {'x'}))));
            assertThat(wire.closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void pongsThatNobodyAskedForEndTheSocket() throws Exception {
        try (Wire wire = open()) {
            wire.write(times(400, Wire.frame(Wire.FIN | Wire.PONG, new byte[0])));
            assertThat(wire.closeCode()).isEqualTo(1008);
        }
    }

    @Test
    void someFragmentsMakeAMessageAlsoAroundAPingAndInsideACharacter() throws Exception {
        try (Wire wire = open()) {
            byte[] text = "{\"event\":\"ping\",\"data\":{\"timestamp\":1,\"x\":\"ä\uD83D\uDE00\"}}"
                    .getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < text.length; i++) {
                int opcode = i == 0 ? Wire.TEXT : Wire.CONTINUATION;
                wire.send(i == text.length - 1 ? Wire.FIN | opcode : opcode, new byte[] {text[i]});
                if (i == 5) {
                    wire.send(Wire.FIN | Wire.PING, new byte[0]);
                    assertThat(wire.next(Wire.PONG).payload()).isEmpty();
                }
            }
            assertThat(new String(wire.next(Wire.TEXT).payload(), StandardCharsets.UTF_8))
                    .contains("pong");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ff, 1007",
        "c0 80, 1007",
        "c1 bf, 1007",
        "80, 1007",
        "e0 80 80, 1007",
        "ed a0 80, 1007",
        "ed b0 80, 1007",
        "f0 80 80 80, 1007",
        "f4 90 80 80, 1007",
        "f5 80 80 80, 1007",
        "c3, 1007",
        "e2 82, 1007",
        "e2 28 a1, 1007",
        "7b 22 c3 22, 1007"
    })
    void textThatIsNoUtf8IsRefused(String bytes, int code) throws Exception {
        byte[] payload = bytes(bytes);
        try (Wire wire = open()) {
            wire.send(Wire.FIN | Wire.TEXT, payload);
            assertThat(wire.closeCode()).isEqualTo(code);
        }
        try (Wire wire = open()) {
            wire.send(Wire.TEXT, new byte[] {'{'});
            for (byte each : payload) {
                wire.send(Wire.CONTINUATION, new byte[] {each});
            }
            wire.send(Wire.FIN | Wire.CONTINUATION, new byte[0]);
            assertThat(wire.closeCode()).isEqualTo(code);
        }
    }

    /** Raw bytes; a mask of zeroes leaves a payload as it is. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "first reserved bit,              c1 82 00 00 00 00 7b 7d,        1002",
        "second reserved bit,             a1 82 00 00 00 00 7b 7d,        1002",
        "third reserved bit,              91 82 00 00 00 00 7b 7d,        1002",
        "reserved bit of a ping,          c9 80 00 00 00 00,              1002",
        "no mask,                         81 02 7b 7d,                    1002",
        "ping without mask,               89 00,                          1002",
        "unknown data frame,              83 80 00 00 00 00,              1002",
        "unknown control frame,           8b 80 00 00 00 00,              1002",
        "ping in fragments,               09 80 00 00 00 00,              1002",
        "ping of 126 bytes,               89 fe 00 7e 00 00 00 00,        1002",
        "continuation of nothing,         80 80 00 00 00 00,              1002",
        "text inside a text,              01 80 00 00 00 00 81 80 00 00 00 00, 1002",
        "close of one byte,               88 81 00 00 00 00 03,           1002",
        "close that says 1005,            88 82 00 00 00 00 03 ed,        1002",
        "frame of 65537 bytes,            81 ff 00 00 00 00 00 01 00 01 00 00 00 00, 1009",
        "frame of 2^62 bytes,             81 ff 40 00 00 00 00 00 00 00 00 00 00 00, 1009"
    })
    void whatIsNoWebSocketIsToldWhy(String name, String bytes, int code) throws Exception {
        try (Wire wire = open()) {
            wire.write(bytes(bytes));
            assertThat(wire.closeCode()).isEqualTo(code);
            assertThat(wire.ends()).isTrue();
        }
    }

    @Test
    void aFrameAboveTheLimitIsToldSoEvenWhenItsBytesAreOnTheirWay() throws Exception {
        try (Wire wire = open()) {
            wire.send(Wire.FIN | Wire.TEXT, times(70_000, new byte[] {'x'}));
            assertThat(wire.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void aMessageInFramesThatIsTooLongIsRefused() throws Exception {
        try (Wire wire = open()) {
            wire.send(Wire.TEXT, times(40_000, new byte[] {'x'}));
            wire.send(Wire.FIN | Wire.CONTINUATION, times(40_000, new byte[] {'x'}));
            assertThat(wire.closeCode()).isEqualTo(1009);
        }
    }

    @Test
    void aClientThatSaysGoodbyeIsAnswered() throws Exception {
        try (Wire wire = open()) {
            wire.send(Wire.FIN | Wire.CLOSE, new byte[] {3, (byte) 0xe8});
            assertThat(wire.closeCode()).isEqualTo(1000);
            assertThat(wire.ends()).isTrue();
        }
    }

    @Test
    void whoGoesOnAfterTheNodesGoodbyeIsCut() throws Exception {
        try (Wire wire = open()) {
            wire.send(Wire.FIN | 2, new byte[] {1});
            assertThat(wire.closeCode()).isEqualTo(1003);
            byte[] pings = times(1000, Wire.frame(Wire.FIN | Wire.PING, new byte[125]));
            try {
                while (true) {
                    wire.write(pings);
                }
            } catch (IOException cut) {
                assertThat(wire.ends()).isTrue();
            }
        }
    }

    private static byte[] bytes(String hex) {
        String[] digits = hex.strip().split(" ");
        byte[] bytes = new byte[digits.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(digits[i], 16);
        }
        return bytes;
    }
}
