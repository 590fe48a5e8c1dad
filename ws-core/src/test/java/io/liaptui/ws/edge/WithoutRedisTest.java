package io.liaptui.ws.edge;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The running node with {@code liap.journal=memory}. */
@QuarkusTest
@WithTestResource(NoRedisResource.class)
class WithoutRedisTest {
    @Inject
    Vertx vertx;

    @TestHTTPResource("/")
    URI url;

    NoRedisResource.Knocks redis;

    private WebSocketClient client;

    @BeforeEach
    void open() {
        client = vertx.createWebSocketClient();
    }

    @AfterEach
    void close() throws Exception {
        client.close().toCompletionStage().toCompletableFuture().get(5, SECONDS);
    }

    @Test
    void aGameIsPlayedAndNobodyAsksForRedis() throws Exception {
        Management.get("/q/health").then().statusCode(200);
        Line lobby = connect("lobby", "theme=dark");
        String cookie = lobby.upgrade.get("Set-Cookie").split(";")[0];
        lobby.say("create_room", new JsonObject().put("player_name", "Ann"));
        String room = lobby.next("room_created").getString("room_id");
        lobby.say("get_rooms", new JsonObject());
        assertThat(lobby.next("room_list_update").encode()).contains(room);

        Line seat = connect(room, cookie);
        seat.say("client_ready", new JsonObject().put("player_name", "Ann"));
        seat.say("start_game", new JsonObject());
        assertThat(seat.next("phase_change").getString("phase")).isNotEmpty();
        assertThat(redis.count()).hasValue(0);
    }

    private Line connect(String channel, String cookie) throws Exception {
        WebSocketConnectOptions options = new WebSocketConnectOptions()
                .setHost("127.0.0.1")
                .setPort(url.getPort())
                .setURI("/ws/" + channel);
        options.addHeader("Cookie", cookie);
        return Line.open(vertx, client, options);
    }
}
