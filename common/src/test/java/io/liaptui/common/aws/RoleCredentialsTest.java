package io.liaptui.common.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RoleCredentialsTest {
    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private final AtomicInteger asked = new AtomicInteger();
    private final InstantSource clock = now::get;
    private HttpServer endpoint;

    @BeforeEach
    void start() throws IOException {
        endpoint = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        endpoint.createContext("/role", exchange -> {
            boolean known = "proof".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            byte[] body = ("{\"AccessKeyId\":\"ID" + asked.incrementAndGet()
                            + "\",\"SecretAccessKey\":\"s\",\"Token\":\"t\"," + "\"Expiration\":\""
                            + now.get().plus(Duration.ofHours(1)) + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 403, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        endpoint.start();
    }

    @AfterEach
    void stop() {
        endpoint.stop(0);
    }

    @Test
    void areFetchedOnceAndAnewBeforeTheyEnd() {
        RoleCredentials role = of("proof");
        assertThat(role.now().id()).isEqualTo("ID1");
        now.set(START.plus(Duration.ofMinutes(54)));
        assertThat(role.now().id()).isEqualTo("ID1");
        now.set(START.plus(Duration.ofMinutes(56)));
        assertThat(role.now().id()).isEqualTo("ID2");
        assertThat(role.now().token()).contains("t");
    }

    @Test
    void whoIsRefusedSaysSo() {
        assertThatThrownBy(() -> of("wrong").now())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("403");
    }

    @Test
    void elseTheyAreInTheEnvironment() {
        Map<String, String> environment =
                Map.of("AWS_ACCESS_KEY_ID", "A", "AWS_SECRET_ACCESS_KEY", "b", "AWS_SESSION_TOKEN", "c");
        assertThat(new RoleCredentials(environment, clock).now().token()).contains("c");
    }

    @Test
    void whereThereAreNoneThatIsSaid() {
        assertThatThrownBy(() -> new RoleCredentials(Map.of(), clock).now())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no AWS credentials");
    }

    private RoleCredentials of(String proof) {
        return new RoleCredentials(
                Map.of(
                        "AWS_CONTAINER_CREDENTIALS_FULL_URI",
                        "http://127.0.0.1:" + endpoint.getAddress().getPort() + "/role",
                        "AWS_CONTAINER_AUTHORIZATION_TOKEN",
                        proof),
                clock);
    }
}
