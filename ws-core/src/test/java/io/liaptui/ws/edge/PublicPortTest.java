package io.liaptui.ws.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URI;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the two ports of a running node answer, byte by byte. */
@QuarkusTest
@WithTestResource(RedisResource.class)
class PublicPortTest {
    @TestHTTPResource("/")
    URI url;

    /** Until then nobody is let in. */
    @BeforeEach
    void ready() {
        Management.eventuallyReady();
    }

    private Wire.Answer ask(String request, String... headers) throws IOException {
        try (Wire wire = new Wire(url.getPort())) {
            Wire.Answer answer = wire.ask(request, headers);
            assertThat(answer.status() == 101 || wire.ends())
                    .as("a refused connection is closed")
                    .isTrue();
            return answer;
        }
    }

    private static String[] upgradeWith(String header) {
        String name = header.substring(0, header.indexOf(':') + 1);
        return Arrays.stream(Wire.UPGRADE)
                .map(usual -> usual.startsWith(name) ? header : usual)
                .filter(each -> !each.endsWith("none"))
                .toArray(String[]::new);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/ws",
                "/ws/",
                "/ws/.",
                "/ws/..",
                "/ws/../q/metrics",
                "/ws/../q/health",
                "/ws/%2e%2e/q/metrics",
                "/ws/%2E%2E%2Fq/metrics",
                "/ws/..%2fq%2fmetrics",
                "/ws//../q/metrics",
                "/ws/;/../q/metrics",
                "/ws/a;b",
                "/ws/..;/q/metrics",
                "/ws/a/b",
                "/ws//lobby",
                "//ws/lobby",
                "/./ws/lobby",
                "/ws/./lobby",
                "/x/../ws/lobby",
                "/WS/../q/metrics",
                "/ws/lobby/",
                "/ws/%252e%252e",
                "/ws/%00",
                "/ws/..\\q",
                "/q/metrics",
                "/q/health",
                "/q/health/live",
                "/q/",
                "/health/",
                "//health",
                "/x/../health"
            })
    void thePublicPortKnowsOneKindOfPath(String path) throws Exception {
        assertThat(ask("GET " + path).status()).isBetween(400, 404);
        assertThat(ask("GET " + path, Wire.UPGRADE).status()).isBetween(400, 404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"lobby", "ABCDEF", "abc%20def", "caf%C3%A9", "a.b", "x"})
    void anyOneSegmentOpens(String channel) throws Exception {
        assertThat(ask("GET /ws/" + channel, Wire.UPGRADE).status()).isEqualTo(101);
    }

    @Test
    void whetherPlayersCanComeInIsNoSecret() throws Exception {
        assertThat(ask("GET /health").status()).isIn(200, 503);
        assertThat(ask("GET /health", Wire.UPGRADE).status()).isEqualTo(404);
    }

    @Test
    void healthAndFiguresAreOnTheirOwnPort() {
        assertThat(Management.get("/q/health/live").statusCode()).isEqualTo(200);
        assertThat(Management.get("/q/metrics").asString()).contains("liap_sockets");
        assertThat(Management.get("/ws/lobby").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({
        "Sec-WebSocket-Version: 8,   426",
        "Sec-WebSocket-Version: 0,   426",
        "Sec-WebSocket-Version: 14,  426",
        "Sec-WebSocket-Version: none, 426",
        "'Sec-WebSocket-Version: 13, 8', 426",
        "Sec-WebSocket-Key: none,    400",
        "Sec-WebSocket-Key: abc,     400",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZR==, 400",
        "Upgrade: none,              426",
        "Upgrade: h2c,               426",
        "Connection: none,           426",
        "Connection: close,          426",
        "'Connection: keep-alive, upgrade', 101",
        "Upgrade: WebSocket,         101"
    })
    void anUpgradeIsOneByTheRfc(String header, int status) throws Exception {
        assertThat(ask("GET /ws/lobby", upgradeWith(header)).status()).isEqualTo(status);
    }

    @Test
    void whoComesWithAnotherVersionIsToldTheRightOne() throws Exception {
        assertThat(ask("GET /ws/lobby", upgradeWith("Sec-WebSocket-Version: 8")).headers())
                .containsEntry("Sec-WebSocket-Version", "13")
                .containsEntry("Upgrade", "websocket");
    }

    @Test
    void otherMethodsAreNotAllowedAndToldWhichIs() throws Exception {
        Wire.Answer answer = ask("POST /ws/lobby", "Content-Length: 0");
        assertThat(answer.status()).isEqualTo(405);
        assertThat(answer.headers()).containsEntry("Allow", "GET");
    }
}
