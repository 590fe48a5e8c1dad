package io.liaptui.box.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.box.front.rules.ListenerRules;
import io.liaptui.box.front.rules.RulesFile;
import io.vertx.core.json.JsonObject;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** WebSockets through the front door. */
final class WebSocketTest {
    private static final String[] UPGRADE = {
        "Connection: keep-alive, Upgrade",
        "Upgrade: websocket",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="
    };

    private final SocketClient client = new SocketClient();
    private Site site;
    private TestNode node;

    @BeforeEach
    void start(@TempDir Path directory) throws Exception {
        site = new Site(ListenerRules.read(RulesFile.PATH), directory, 1, 1);
        node = site.nodes.getFirst();
    }

    @AfterEach
    void stop() {
        site.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 4096, 16_384, 65_535, 65_536, 200_000})
    void textAndBinaryOfAnySizeGoBothWays(int size) throws Exception {
        WebSocket socket = client.open(site.door.uri(), "/ws/echo");
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        String text = "ä".repeat(size / 2);

        socket.sendText(text, true).thenCompose(sent -> sent.sendBinary(ByteBuffer.wrap(bytes), true));

        assertThat(client.nextText()).isEqualTo(text);
        assertThat(client.nextBinary()).isEqualTo(bytes);
    }

    @Test
    void theNodesCloseCodeAndReasonReachTheClient() {
        client.open(site.door.uri(), "/ws/echo").sendText("kick", true);

        assertThat(Wait.value(client.closed)).isEqualTo(new SocketClient.Close(4001, "kicked"));
    }

    @Test
    void theClientsCloseCodeAndReasonReachTheNode() throws Exception {
        client.open(site.door.uri(), "/ws/echo").sendClose(4002, "gone home");

        assertThat(node.closes.poll(15, TimeUnit.SECONDS)).isEqualTo("4002 gone home");
        Wait.until("the target is free again", () -> site.state(node).connections() == 0);
    }

    @Test
    void theSubprotocolIsNegotiatedWithTheNode() {
        WebSocket with =
                client.open(SocketClient.builder().subprotocols("other", "liap.v2"), site.door.uri(), "/ws/echo");
        WebSocket without = new SocketClient().open(site.door.uri(), "/ws/echo");

        assertThat(with.getSubprotocol()).isEqualTo("liap.v2");
        assertThat(without.getSubprotocol()).isEmpty();
    }

    @Test
    void theHandshakesHeadersArriveAsTheNodeSentThem() throws Exception {
        try (RawClient raw = site.connect()) {
            RawClient.Reply reply = raw.ask("GET /ws/echo", UPGRADE);

            assertThat(reply.status()).isEqualTo(101);
            assertThat(reply.headers().get("Set-Cookie")).containsExactly("liap_sid=abc; HttpOnly", "second=2");
            assertThat(reply.header("Sec-WebSocket-Accept")).isEqualTo("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
            assertThat(reply.header("Upgrade")).isEqualToIgnoringCase("websocket");
            assertThat(reply.header("Connection")).isEqualToIgnoringCase("upgrade");
        }
    }

    @Test
    void theNodeSeesTheClientsHeadersAndWhereItComesFrom() throws Exception {
        client.open(
                        SocketClient.builder()
                                .header("Origin", "http://play.example")
                                .header("Cookie", "liap_sid=abc")
                                .header("X-Forwarded-For", "203.0.113.7"),
                        site.door.uri(),
                        "/ws/echo?a=%2F&a=b")
                .sendText("seen", true);

        JsonObject seen = new JsonObject(client.nextText());
        JsonObject headers = seen.getJsonObject("headers");
        assertThat(seen.getString("uri")).isEqualTo("/ws/echo?a=%2F&a=b");
        assertThat(headers.getJsonArray("host"))
                .containsExactly("127.0.0.1:" + site.door.uri().getPort());
        assertThat(headers.getJsonArray("origin")).containsExactly("http://play.example");
        assertThat(headers.getJsonArray("cookie")).containsExactly("liap_sid=abc");
        assertThat(headers.getJsonArray("x-forwarded-for")).containsExactly("203.0.113.7, 127.0.0.1");
        assertThat(headers.getJsonArray("x-forwarded-proto")).containsExactly("http");
        assertThat(headers.getString("x-amzn-trace-id")).contains("Root=1-");
    }

    @Test
    void aRefusalOfTheNodeIsPassedOnWhole() throws Exception {
        try (RawClient raw = site.connect()) {
            RawClient.Reply reply = raw.ask("GET /ws/refuse", UPGRADE);

            assertThat(reply.status()).isEqualTo(403);
            assertThat(reply.header("X-Reason")).isEqualTo("origin");
            assertThat(reply.body()).isEqualTo("not from there");
            assertThat(raw.ask("GET /ws").status()).isEqualTo(426);
        }
        Wait.until("the target is free again", () -> site.state(node).connections() == 0);
    }

    @Test
    void aNodeThatDiesTakesItsSocketsDown() {
        client.open(site.door.uri(), "/ws/echo");
        node.close();

        Wait.until("an end", () -> client.broken.isDone() || client.closed.isDone());
    }

    @Test
    void aClientThatVanishesFreesTheNode() throws Exception {
        client.open(site.door.uri(), "/ws/echo").abort();

        assertThat(node.closes.poll(15, TimeUnit.SECONDS)).isNotNull();
        Wait.until("the target is free again", () -> site.state(node).connections() == 0);
    }

    @Test
    void aNodeThatIsGoneIs502() throws Exception {
        node.close();
        try (RawClient raw = site.connect()) {
            assertThat(raw.ask("GET /ws/echo", UPGRADE).status()).isEqualTo(502);
        }
    }

    @Test
    void aNodeThatCutsTheHandshakeIs502() throws Exception {
        try (RawClient raw = site.connect()) {
            assertThat(raw.ask("GET /ws/cut", UPGRADE).status()).isEqualTo(502);
        }
    }
}
