package io.liaptui.box.front;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liaptui.box.front.rules.Action;
import io.liaptui.box.front.rules.ListenerRules;
import io.liaptui.box.front.rules.RulesFile;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starting, stopping, and the clients that people use. */
final class FrontDoorTest {
    private final ListenerRules rules = ListenerRules.read(RulesFile.PATH);

    @TempDir
    private Path directory;

    private Site site;

    @BeforeEach
    void start() throws Exception {
        site = new Site(rules, directory, 1, 1);
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void aTakenPortIsReported() {
        int port = site.door.uri().getPort();

        assertThatThrownBy(() -> Wait.value(FrontDoor.start(site.vertx, options(port, directory, site.function))))
                .hasMessageContaining("already in use");
    }

    @Test
    void whatIsMissingIsNamed() throws Exception {
        Path empty = Files.createDirectory(directory.resolve("empty"));

        assertThatThrownBy(() -> FrontDoor.start(site.vertx, options(0, empty, site.function)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no index.html in");
        assertThatThrownBy(() -> FrontDoor.start(
                        site.vertx, new FrontDoorOptions("127.0.0.1", 0, rules, directory, Map.of(), 1)))
                .hasMessage("target group \"rest\" of type lambda has no function");
        assertThatThrownBy(() -> FrontDoor.start(
                        site.vertx,
                        new FrontDoorOptions(
                                "127.0.0.1",
                                0,
                                rules,
                                directory,
                                Map.of("rest", site.function, "ws", site.function),
                                1)))
                .hasMessage("a function for \"ws\", which is no group of type lambda");
        assertThatThrownBy(() -> new FrontDoorOptions("127.0.0.1", 0, rules, directory, Map.of(), 0))
                .hasMessageContaining("time scale");
    }

    @Test
    void afterStopThePortIsFreeAndSocketsAreClosed() {
        SocketClient client = new SocketClient();
        client.open(site.door.uri(), "/ws/echo");

        Wait.value(site.door.stop());

        Wait.until("an end", () -> client.broken.isDone() || client.closed.isDone());
        assertThatThrownBy(site::connect).isInstanceOf(ConnectException.class);
        FrontDoor again =
                Wait.value(FrontDoor.start(site.vertx, options(site.door.uri().getPort(), directory, site.function)));
        Wait.value(again.stop());
    }

    @Test
    void anotherDefaultActionLeavesNothingToTheClient() throws Exception {
        RulesFile forbidding = new RulesFile().with("/listener/default_action/fixed_response/status_code", "\"403\"");
        try (Site other = new Site(forbidding.parse(), directory, 1, 0);
                RawClient client = other.connect()) {
            assertThat(client.ask("GET /").status()).isEqualTo(403);
        }
        RulesFile forwarding =
                new RulesFile().with("/listener/default_action", "{\"type\":\"forward\",\"target_group_key\":\"ws\"}");
        assertThat(forwarding.parse().defaultAction()).isInstanceOf(Action.Forward.class);
        try (Site other = new Site(forwarding.parse(), directory, 1, 1);
                RawClient client = other.connect()) {
            assertThat(client.ask("GET /").header("X-Node")).isEqualTo("n1");
        }
    }

    /** It offers h2c with its first request unless told not to. */
    @Test
    void theJdksClientIsServed() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        for (String path : new String[] {"/", "/api/rooms", "/health", "/app.js"}) {
            HttpRequest request =
                    HttpRequest.newBuilder(URI.create(site.door.uri() + path)).build();
            HttpResponse<String> reply = client.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(reply.statusCode()).as(path).isEqualTo(200);
            assertThat(reply.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        }
    }

    @Test
    void restAssuredIsServed() {
        for (int i = 0; i < 3; i++) {
            given().baseUri(site.door.uri().toString())
                    .queryParam("limit", 5)
                    .get("/api/rooms")
                    .then()
                    .statusCode(200)
                    .contentType("application/json");
        }
        byte[] large = new byte[2 * 1024 * 1024];
        given().baseUri(site.door.uri().toString())
                .body(large)
                .post("/api/rooms")
                .then()
                .statusCode(413);
    }

    /** What curl does with a large body: it waits for leave to send. */
    @Test
    void aClientThatAsksBeforeItSendsIsToldToGoOn() throws Exception {
        try (RawClient client = site.connect()) {
            client.send("POST /api/rooms", "Content-Length: 2", "Expect: 100-continue");
            assertThat(client.interim()).isEqualTo(100);
            client.write("{}".getBytes(StandardCharsets.US_ASCII));

            assertThat(client.reply(false).status()).isEqualTo(200);
        }
    }

    @Test
    void requestsOfOnePacketAreAnsweredInTheirOrder() throws Exception {
        try (RawClient client = site.connect()) {
            client.send("GET /admin");
            client.send("GET /api/rooms");
            client.send("GET /ws");

            assertThat(client.reply(false).status()).isEqualTo(404);
            assertThat(client.reply(false).body()).isEqualTo("{}");
            assertThat(client.reply(false).status()).isEqualTo(426);
        }
    }

    @Test
    void oversizeRequestsAreRefused() throws Exception {
        try (RawClient client = site.connect()) {
            assertThat(client.ask("GET /" + "x".repeat(16 * 1024)).status()).isEqualTo(414);
        }
        try (RawClient client = site.connect()) {
            assertThat(client.ask("GET /", "X-Large: " + "x".repeat(64 * 1024)).status())
                    .isEqualTo(431);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no request at all",
                "POST /api/x HTTP/1.1\r\nHost: a\r\nContent-Length: many",
                "POST /api/x HTTP/1.1\r\nHost: a\r\nContent-Length: -1",
                "POST /api/x HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2",
                "POST /api/x HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999999999999999",
                "GET /api/x HTTP/1.1\r\nHost: a\r\nBad Name: 1"
            })
    void whatIsNotHttpIs400AndHarmsNobody(String request) throws Exception {
        try (RawClient client = site.connect()) {
            client.write((request + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));

            assertThat(client.reply(false).status()).isEqualTo(400);
        }
        assertThat(site.function.events).isEmpty();
    }

    private FrontDoorOptions options(int port, Path site, LambdaTarget function) {
        return new FrontDoorOptions("127.0.0.1", port, rules, site, Map.of("rest", function), 1);
    }
}
