package io.liaptui.box.front;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.box.front.rules.ListenerRules;
import io.liaptui.box.front.rules.RulesFile;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The routing table of the file, asked over a socket: what a client gets, and who gave it. */
final class RequestTableTest {
    private static final String WEBSOCKET = "Connection: Upgrade;Upgrade: websocket;Sec-WebSocket-Version: 13;"
            + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==";

    private static Site site;

    @BeforeAll
    static void start(@TempDir Path directory) throws Exception {
        site = new Site(ListenerRules.read(RulesFile.PATH), directory, 1, 1);
    }

    @AfterAll
    static void stop() throws Exception {
        site.close();
    }

    @ParameterizedTest(name = "{0} {1} -> {2} by {3}")
    @CsvSource({
        "GET /ws/echo,            ws,      101, node",
        "GET /ws,                 none,    426, rule",
        "GET /ws/echo,            none,    426, rule",
        "POST /ws/echo,           none,    426, rule",
        "GET /ws/echo,            h2c,     426, rule",
        "GET /ws/echo,            h3,      426, rule",
        "GET /api/x,              none,    200, function",
        "GET /api/x?a=1&a=2,      none,    200, function",
        "GET /api/x,              h2c,     200, function",
        "HEAD /api/x,             none,    200, function",
        "DELETE /api/x,           none,    200, function",
        "GET /api/x,              ws,      400, rule",
        "GET /api/x,              h3,      400, rule",
        "POST 2 MB /api/x,        none,    413, door",
        "POST 1 MB /api/x,        none,    200, function",
        "GET /api,                none,    404, rule",
        "GET /admin,              ws,      404, rule",
        "GET /admin,              none,    404, rule",
        "GET /Ws/echo,            ws,      404, rule",
        "GET /health,             none,    200, function",
        "GET /health,             h2c,     200, function",
        "HEAD /health,            none,    200, function",
        "GET /health,             ws,      400, rule",
        "GET /,                   none,    200, client",
        "GET /lobby,              none,    200, client",
        "POST /,                  none,    404, rule",
        "GET /q/health/live,      none,    404, rule",
        "OPTIONS *,               none,    404, rule",
    })
    void answers(String request, String upgrade, int status, String by) throws Exception {
        int before = site.function.events.size();
        try (RawClient client = site.connect()) {
            RawClient.Reply reply = ask(client, request, headers(upgrade));

            assertThat(reply.status()).isEqualTo(status);
            assertThat(site.function.events.size() - before).isEqualTo(by.equals("function") ? 1 : 0);
            assertThat(reply.header("X-Node")).isEqualTo(by.equals("node") ? "n1" : "");
            assertThat(reply.body().contains("<title>")).isEqualTo(by.equals("client"));
        }
    }

    private static RawClient.Reply ask(RawClient client, String request, String... headers) throws Exception {
        if (!request.startsWith("POST ") || !request.contains(" MB ")) {
            return client.ask(request, headers);
        }
        String[] words = request.split(" ");
        byte[] body = new byte[Integer.parseInt(words[1]) * 1024 * 1024];
        Arrays.fill(body, (byte) 'x');
        return client.post(words[3], body, "Content-Type: text/plain");
    }

    private static String[] headers(String upgrade) {
        return switch (upgrade) {
            case "ws" -> WEBSOCKET.split(";");
            case "none" -> new String[0];
            default -> new String[] {"Connection: Upgrade", "Upgrade: " + upgrade};
        };
    }
}
