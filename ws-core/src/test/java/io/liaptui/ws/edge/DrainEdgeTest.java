package io.liaptui.ws.edge;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.ownership.NodeState;
import io.liaptui.ws.ownership.Nodes;
import io.liaptui.ws.redis.Eventually;
import io.liaptui.ws.redis.RedisProcess;
import io.liaptui.ws.redis.RedisSettings;
import io.liaptui.ws.relay.RedisRelay;
import io.liaptui.ws.relay.RelayMessage;
import io.liaptui.ws.relay.RelaySettings;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.RedisOptions;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** A running node is told to go: what its sockets, its balancer and newcomers see. In a process of its own application. */
@QuarkusTest
@TestProfile(DrainEdgeTest.Alone.class)
@WithTestResource(RedisResource.class)
class DrainEdgeTest {
    /** The node is used up afterwards. */
    public static final class Alone implements QuarkusTestProfile {}

    @Inject
    Vertx vertx;

    @Inject
    Nodes nodes;

    @ConfigProperty(name = "quarkus.redis.hosts")
    String redis;

    @TestHTTPResource("/")
    URI url;

    @Test
    void itSaysWhenToComeBackClosesWith1012AndLetsNobodyIn() throws Exception {
        Eventually.until("ready", () -> nodes.state() == NodeState.READY);
        WebSocketClient client = vertx.createWebSocketClient();
        WebSocket lobby = connect(client, "lobby");
        WebSocket room = connect(client, "ABCDEF");
        Queue<JsonObject> said = new ConcurrentLinkedQueue<>();
        CompletableFuture<Short> lobbyClosed = new CompletableFuture<>();
        CompletableFuture<Short> roomClosed = new CompletableFuture<>();
        lobby.textMessageHandler(text -> said.add(new JsonObject(text)));
        lobby.closeHandler(_ -> lobbyClosed.complete(lobby.closeStatusCode()));
        room.closeHandler(_ -> roomClosed.complete(room.closeStatusCode()));

        RedisRelay operator = new RedisRelay(
                vertx,
                new RedisOptions().setConnectionString(redis),
                RedisProcess.settings(RedisSettings.class),
                RedisProcess.settings(RelaySettings.class),
                new NodeId("operator"));
        operator.send(nodes.me(), new RelayMessage.Drain());
        operator.send(nodes.me(), new RelayMessage.Drain());

        assertThat(lobbyClosed.get(5, SECONDS)).isEqualTo((short) 1012);
        assertThat(roomClosed.get(5, SECONDS)).isEqualTo((short) 1012);
        assertThat(said.stream()
                        .filter(message -> message.getString("event").equals("server_shutdown"))
                        .map(message -> message.getJsonObject("data")))
                .singleElement()
                .satisfies(data -> {
                    assertThat(data.getDouble("reconnect_delay")).isBetween(0.0, 0.1);
                    assertThat(data.getString("message")).contains("renewed");
                });
        Eventually.until("gone", () -> nodes.state() == NodeState.GONE);
        assertThatThrownBy(() -> connect(client, "lobby"))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(UpgradeRejectedException.class, refusal -> {
                    assertThat(refusal.getStatus()).isEqualTo(503);
                    assertThat(refusal.getHeaders().get("Retry-After")).isEqualTo("1");
                    assertThat(refusal.getHeaders().get("X-Instance-ID"))
                            .isEqualTo(nodes.me().value());
                });
        Management.get("/q/health/live").then().statusCode(200);
        Management.get("/q/health/ready").then().statusCode(503);
        operator.close();
        client.close().toCompletionStage().toCompletableFuture().get(5, SECONDS);
    }

    private WebSocket connect(WebSocketClient client, String channel) throws Exception {
        return client.connect(new WebSocketConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(url.getPort())
                        .setURI("/ws/" + channel))
                .toCompletionStage()
                .toCompletableFuture()
                .get(5, SECONDS);
    }
}
