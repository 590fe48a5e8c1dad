package io.liaptui.box.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liaptui.box.front.rules.RulesFile;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Plain requests to nodes. The real file sends none, so this one does. */
final class NodeRequestsTest {
    private Site site;
    private RawClient client;

    @BeforeEach
    void start(@TempDir Path directory) throws Exception {
        RulesFile rules = new RulesFile()
                .with("/rules/websocket-without-upgrade/action", "{\"type\":\"forward\",\"target_group_key\":\"ws\"}");
        site = new Site(rules.parse(), directory, 1, 1);
        client = site.connect();
    }

    @AfterEach
    void stop() throws Exception {
        client.close();
        site.close();
    }

    @Test
    void theNodeSeesTheRequestAsItWasSentPlusWhereItComesFrom() throws Exception {
        JsonObject seen = new JsonObject(client.ask(
                        "PATCH /ws/%7Broom%7D?q=a+b&q=%2f",
                        "X-Forwarded-For: 203.0.113.7",
                        "X-Forwarded-Proto: https",
                        "X-Forwarded-Port: 1",
                        "X-Twice: 1",
                        "X-Twice: 2")
                .body());
        JsonObject headers = seen.getJsonObject("headers");

        assertThat(seen.getString("method")).isEqualTo("PATCH");
        assertThat(seen.getString("uri")).isEqualTo("/ws/%7Broom%7D?q=a+b&q=%2f");
        assertThat(headers.getJsonArray("host")).containsExactly("play.example");
        assertThat(headers.getJsonArray("x-twice")).containsExactly("1", "2");
        assertThat(headers.getJsonArray("x-forwarded-for")).containsExactly("203.0.113.7, 127.0.0.1");
        assertThat(headers.getJsonArray("x-forwarded-proto")).containsExactly("http");
        assertThat(headers.getJsonArray("x-forwarded-port"))
                .containsExactly(Integer.toString(site.door.uri().getPort()));
        assertThat(headers.getJsonArray("x-amzn-trace-id").getString(0)).matches("Root=1-[0-9a-f]{8}-[0-9a-f]{24}");
        assertThat(headers.containsKey("x-forwarded-host")).isFalse();
    }

    @Test
    void headersOfOneHopEndThere() throws Exception {
        JsonObject headers = new JsonObject(client.ask(
                                "GET /ws/x",
                                "Connection: keep-alive, X-Private",
                                "X-Private: 1",
                                "Keep-Alive: timeout=5",
                                "TE: trailers",
                                "Upgrade: h3",
                                "X-Public: 2")
                        .body())
                .getJsonObject("headers");
        RawClient.Reply reply = client.ask("GET /ws/hop");

        assertThat(headers.fieldNames())
                .contains("x-public")
                .doesNotContain("x-private", "keep-alive", "te", "upgrade");
        assertThat(reply.headers()).containsKey("X-Public").doesNotContainKeys("X-Private", "Keep-Alive", "Connection");
    }

    @Test
    void bodiesPassWholeWithLengthOrInChunks() throws Exception {
        byte[] body = new byte[3_000_000];
        new Random(1).nextBytes(body);

        assertThat(client.post("/ws/body", body).bytes()).isEqualTo(body);

        client.send("POST /ws/body", "Transfer-Encoding: chunked");
        client.write("4\r\nLiap\r\n4\r\n Tui\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(client.reply(false).body()).isEqualTo("Liap Tui");
    }

    @Test
    void aNodeThatCutsIs502AndTheConnectionOfTheClientStays() throws Exception {
        RawClient.Reply cut = client.ask("GET /ws/cut");

        assertThat(cut.status()).isEqualTo(502);
        assertThat(cut.body()).isEqualTo("The target closed the connection or could not be reached");
        assertThat(client.ask("GET /admin").status()).isEqualTo(404);
        assertThat(site.state(site.nodes.getFirst()).connections()).isZero();
    }

    @Test
    void aNodeThatCutsInTheMiddleOfAnAnswerCutsTheClientToo() {
        assertThatThrownBy(() -> client.ask("GET /ws/half")).isInstanceOf(IOException.class);
    }

    @Test
    void oneConnectionServesManyRequestsOfAllKinds() throws Exception {
        for (int i = 0; i < 20; i++) {
            assertThat(client.ask("GET /ws/x").status()).isEqualTo(200);
            assertThat(client.ask("HEAD /ws/x").status()).isEqualTo(200);
            assertThat(client.ask("GET /api/x").status()).isEqualTo(200);
            assertThat(client.ask("GET /").status()).isEqualTo(200);
            assertThat(client.ask("GET /missing").status()).isEqualTo(404);
        }
    }
}
