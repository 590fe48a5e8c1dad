package io.liaptui.ws.edge;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liaptui.ws.redis.Eventually;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The running node on a real Redis, through real sockets. */
@QuarkusTest
@WithTestResource(RedisResource.class)
class SocketEdgeTest {
    @Inject
    Vertx vertx;

    @TestHTTPResource("/")
    URI url;

    private WebSocketClient client;

    @BeforeEach
    void open() {
        // Until then nobody is let in
        Management.eventuallyReady();
        client = vertx.createWebSocketClient();
    }

    @AfterEach
    void close() throws Exception {
        client.close().toCompletionStage().toCompletableFuture().get(5, SECONDS);
    }

    private Line connect(String channel, String... headers) throws Exception {
        WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(url.getPort())
                .setURI("/ws/" + channel);
        for (int i = 0; i < headers.length; i += 2) {
            if (headers[i].equals("Sec-WebSocket-Protocol")) {
                options.addSubProtocol(headers[i + 1]);
            } else {
                options.addHeader(headers[i], headers[i + 1]);
            }
        }
        return Line.open(vertx, client, options);
    }

    @Test
    void theFirstUpgradeGivesTheBrowserItsSecret() throws Exception {
        String cookie = connect("lobby").upgrade.get("Set-Cookie");
        assertThat(cookie)
                .matches("liap_sid=[0-9a-f]{32};.*")
                .contains("Path=/", "HTTPOnly", "SameSite=Lax", "Max-Age=2592000")
                .doesNotContain("Secure");
        String sid = cookie.substring(0, cookie.indexOf(';'));
        assertThat(connect("lobby", "Cookie", sid).upgrade.contains("Set-Cookie"))
                .isFalse();
    }

    @Test
    void overHttpsTheSecretIsOneThatNoOtherHostCanSet() throws Exception {
        String cookie = overHttps().upgrade.get("Set-Cookie");
        assertThat(cookie)
                .matches("__Host-liap_sid=[0-9a-f]{32};.*")
                .contains("Secure", "Path=/;", "HTTPOnly", "SameSite=Lax")
                .doesNotContain("Domain");
        String sid = cookie.substring(0, cookie.indexOf(';'));
        assertThat(overHttps("Cookie", sid).upgrade.contains("Set-Cookie")).isFalse();
        // What anybody on the way may have set is read, but gets no seat any more
        String given = overHttps("Cookie", "liap_sid=" + "a".repeat(32)).upgrade.get("Set-Cookie");
        assertThat(given).startsWith("__Host-liap_sid=").doesNotContain("a".repeat(32));
    }

    private Line overHttps(String... headers) throws Exception {
        List<String> all = new ArrayList<>(List.of(headers));
        all.addAll(List.of("X-Forwarded-Proto", "https", "Origin", "https://127.0.0.1:" + url.getPort()));
        return connect("lobby", all.toArray(String[]::new));
    }

    @Test
    void ofTwoCookiesTheOneThatFitsTheSeatCounts() throws Exception {
        Line lobby = connect("lobby");
        String cookie = lobby.upgrade.get("Set-Cookie");
        String right = cookie.substring(0, cookie.indexOf(';'));
        String old = "liap_sid=" + "d".repeat(32);
        Management.eventuallyReady();
        lobby.say("create_room", new JsonObject().put("player_name", "O'Brien & Co"));
        String room = lobby.next("room_created").getString("room_id");
        for (String both : List.of(right + "; " + old, old + "; " + right)) {
            Line seat = connect(room, "Cookie", both);
            seat.say("client_ready", new JsonObject().put("room_id", room).put("player_name", "O'Brien & Co"));
            seat.next("room_update");
            seat.say("remove_player", new JsonObject().put("slot_id", 4));
            assertThat(seat.next("room_update").getJsonArray("players").getString(0))
                    .contains("O'Brien & Co");
            seat.say("leave_room", new JsonObject().put("player_name", "Bot 2"));
            assertThat(seat.next("error").getString("type")).isEqualTo("permission_denied");
        }
    }

    @Test
    void whoAnswersIsSaidInTheHandshakeAndToOurOwnClientFirstOfAll() throws Exception {
        Line existing = connect("ABCDEF");
        Line own = connect("ABCDEF", "Sec-WebSocket-Protocol", "liap.v2");
        String node = own.upgrade.get("X-Instance-ID");
        assertThat(node).isNotBlank().isEqualTo(existing.upgrade.get("X-Instance-ID"));
        JsonObject first = own.messages.poll(5, SECONDS);
        assertThat(first.getString("event")).isEqualTo("hello");
        assertThat(first.getJsonObject("data"))
                .isEqualTo(
                        new JsonObject().put("node", node).put("build", "dev").put("turn_limit", 90.0));
        assertThat(existing.messages.poll(5, SECONDS).getString("event")).isEqualTo("room_not_found");
    }

    @Test
    void pagesOfOtherOriginsAreRefused() throws Exception {
        assertThatThrownBy(() -> connect("lobby", "Origin", "https://evil.example"))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(UpgradeRejectedException.class, e -> assertThat(e.getStatus())
                        .isEqualTo(403));
        assertThatThrownBy(() -> connect("lobby", "Origin", "https://127.0.0.1:" + url.getPort()))
                .cause()
                .isInstanceOfSatisfying(UpgradeRejectedException.class, e -> assertThat(e.getStatus())
                        .isEqualTo(403));
        assertThat(connect("lobby", "Origin", "http://127.0.0.1:" + url.getPort())
                        .socket
                        .isClosed())
                .isFalse();
    }

    @Test
    void withAListOfHostsThereIsNoSocketUnderAnotherName() throws Exception {
        String key = "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                + "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n";
        assertThat(firstLine("GET /ws/lobby HTTP/1.1\r\nHost: 127.0.0.1:" + url.getPort() + key))
                .contains(" 101 ");
        assertThat(firstLine("GET /ws/lobby HTTP/1.1\r\nHost: evil.example" + key))
                .contains(" 421 ");
    }

    private String firstLine(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", url.getPort())) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    @Test
    void oneAddressCannotHaveAllSockets() throws Exception {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            // Whatever a client writes itself stands left of what our proxy adds
            lines.add(connect("lobby", "X-Forwarded-For", "198.51.100." + i + ", 203.0.113.7"));
        }
        assertTurnedAway(10, "X-Forwarded-For", "203.0.113.7");
        assertThat(connect("lobby", "X-Forwarded-For", "203.0.113.8").socket.isClosed())
                .isFalse();
        lines.getFirst()
                .socket
                .close()
                .toCompletionStage()
                .toCompletableFuture()
                .get(5, SECONDS);
        Eventually.until("a place is free again", () -> mayConnect("203.0.113.7"));
    }

    /** Nine of them passed a limit of three. */
    @Test
    void allOfOneIpv6HomeAreOneAddress() throws Exception {
        for (int i = 0; i < 20; i++) {
            connect("lobby", "X-Forwarded-For", "[2001:db8:7:1::" + i + "]:" + (4_000 + i));
        }
        assertTurnedAway(10, "X-Forwarded-For", "2001:db8:7:1:ffff::1");
        assertThat(connect("lobby", "X-Forwarded-For", "2001:db8:7:2::1").socket.isClosed())
                .isFalse();
    }

    @Test
    void whoComesAgainAndAgainIsToldWhenToComeBack() throws Exception {
        long begin = System.nanoTime();
        int letIn = 0;
        while (mayComeAndGo("203.0.113.20")) {
            letIn++;
        }
        // However slow this machine is: a minute's worth at once, and then one each 1.5 s
        long refilled = (System.nanoTime() - begin + MILLISECONDS.toNanos(1)) / MILLISECONDS.toNanos(1500);
        assertThat((long) letIn).isBetween(40L, 40 + refilled);
        assertThat(Management.get("/q/metrics").asString())
                .containsPattern("liap_refused_total\\{by=\"address\",kind=\"upgrades\",?} [1-9]");
    }

    @Test
    void oneBrowserDoesNotUseUpTheUpgradesOfItsNeighbours() throws Exception {
        String sid = "liap_sid=" + "5".repeat(32);
        for (int i = 0; i < 5; i++) {
            connect("lobby", "X-Forwarded-For", "203.0.113.30", "Cookie", sid);
        }
        assertTurnedAway(12, "X-Forwarded-For", "203.0.113.31", "Cookie", sid);
        assertThat(connect("lobby", "X-Forwarded-For", "203.0.113.30").socket.isClosed())
                .isFalse();
    }

    private void assertTurnedAway(int retryAfter, String... headers) {
        assertThatThrownBy(() -> connect("lobby", headers))
                .cause()
                .satisfies(refused -> assertTurnedAway(refused, retryAfter));
    }

    private static void assertTurnedAway(Throwable failure, int retryAfter) {
        assertThat(failure).isInstanceOfSatisfying(UpgradeRejectedException.class, refused -> {
            assertThat(refused.getStatus()).isEqualTo(429);
            assertThat(Integer.parseInt(refused.getHeaders().get("Retry-After")))
                    .isBetween(1, retryAfter);
        });
    }

    /** False for who is turned away for a moment. */
    private boolean mayComeAndGo(String address) throws Exception {
        Line line;
        try {
            line = connect("lobby", "X-Forwarded-For", address);
        } catch (ExecutionException refused) {
            assertTurnedAway(refused.getCause(), 2);
            return false;
        }
        line.socket.close();
        line.closed.get(5, SECONDS);
        return true;
    }

    private boolean mayConnect(String address) {
        try {
            return !connect("lobby", "X-Forwarded-For", address).socket.isClosed();
        } catch (Exception refused) {
            return false;
        }
    }

    @Test
    void aRoomIsCreatedOnRedisAndEntered() throws Exception {
        Line lobby = connect("lobby");
        String cookie = lobby.upgrade.get("Set-Cookie");
        Management.get("/q/health/live").then().statusCode(200);
        lobby.say("create_room", new JsonObject().put("player_name", "Mina"));
        String room = lobby.next("room_created").getString("room_id");
        Line seat = connect(room, "Cookie", cookie.substring(0, cookie.indexOf(';')));
        seat.say("client_ready", new JsonObject().put("room_id", room).put("player_name", "Mina"));
        assertThat(seat.next("room_update").getJsonArray("players")).hasSize(4);
        seat.say("start_game", new JsonObject());
        seat.next("game_started");
        JsonObject mine = seat.next("phase_change").getJsonObject("players").getJsonObject("Mina");
        assertThat(mine.getInteger("hand_size")).isIn(0, 8);
    }

    @Test
    void binaryFramesAreRefused() throws Exception {
        Line line = connect("lobby");
        line.socket.writeBinaryMessage(Buffer.buffer(new byte[] {1, 2, 3}));
        assertThat(line.closed.get(5, SECONDS)).isEqualTo(1003);
    }

    @Test
    void longTextsAreAnsweredAndClosed() throws Exception {
        Line line = connect("lobby");
        line.say("ping", new JsonObject().put("x", "y".repeat(20_000)));
        assertThat(line.next("error").getString("type")).isEqualTo("validation_error");
        assertThat(line.closed.get(5, SECONDS)).isEqualTo(1009);
    }

    @Test
    void ourOwnClientsGetATokenInsteadOfACookie() throws Exception {
        Line lobby = connect("lobby", "Sec-WebSocket-Protocol", "liap.v2");
        lobby.say("create_room", new JsonObject().put("player_name", "Mina"));
        JsonObject created = lobby.next("room_created");
        String room = created.getString("room_id");
        Line seat = connect(room, "Sec-WebSocket-Protocol", "liap.v2");
        seat.say("client_ready", new JsonObject().put("resume_token", created.getString("resume_token")));
        seat.say("start_game", new JsonObject());
        seat.next("game_started");
    }
}
