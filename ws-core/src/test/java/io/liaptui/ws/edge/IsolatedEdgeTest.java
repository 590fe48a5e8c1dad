package io.liaptui.ws.edge;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liaptui.ws.ownership.NodeState;
import io.liaptui.ws.ownership.Nodes;
import io.liaptui.ws.redis.Eventually;
import io.liaptui.ws.redis.RedisProcess;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.vertx.core.Vertx;
import io.vertx.core.http.UpgradeRejectedException;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClient;
import io.vertx.core.http.WebSocketConnectOptions;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** Redis stands still under a running node: what whoever asks for its health is told, and who wants to come in. */
@QuarkusTest
@WithTestResource(IsolatedEdgeTest.StandingRedis.class)
class IsolatedEdgeTest {
    @Inject
    Vertx vertx;

    @Inject
    Nodes nodes;

    @TestHTTPResource("/")
    URI url;

    RedisProcess redis;

    @Test
    void itIsNotReadyButAliveAndLetsNobodyIn() throws Exception {
        Eventually.until("ready", () -> nodes.state() == NodeState.READY);
        says("/q/health/ready", 200);
        says("/health", 200);
        WebSocketClient client = vertx.createWebSocketClient();
        connect(client).close().toCompletionStage().toCompletableFuture().get(5, SECONDS);

        redis.freeze();
        Eventually.until("isolated", nodes::isIsolated);
        says("/q/health/ready", 503);
        says("/q/health/live", 200);
        says("/health", 503);
        assertThat(nodes.state()).as("it is none the less a node").isEqualTo(NodeState.READY);
        assertThatThrownBy(() -> connect(client))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOfSatisfying(UpgradeRejectedException.class, refusal -> assertThat(refusal.getStatus())
                        .isEqualTo(503));

        redis.thaw();
        Eventually.until("back", () -> !nodes.isIsolated());
        says("/q/health/ready", 200);
        says("/health", 200);
        connect(client);
        client.close().toCompletionStage().toCompletableFuture().get(5, SECONDS);
    }

    private static void says(String path, int status) {
        (path.startsWith("/q/") ? Management.get(path) : RestAssured.given().get(path))
                .then()
                .statusCode(status);
    }

    private WebSocket connect(WebSocketClient client) throws Exception {
        return client.connect(new WebSocketConnectOptions()
                        .setHost("127.0.0.1")
                        .setPort(url.getPort())
                        .setURI("/ws/lobby"))
                .toCompletionStage()
                .toCompletableFuture()
                .get(5, SECONDS);
    }

    /** A Redis of this test alone, which stops it. */
    public static final class StandingRedis implements QuarkusTestResourceLifecycleManager {
        private final RedisProcess redis = new RedisProcess();

        @Override
        public Map<String, String> start() {
            return Map.of(
                    "quarkus.redis.hosts", redis.options().getEndpoint(),
                    "liap.nodes.isolated-after", "1500ms",
                    "liap.node", "isolated");
        }

        @Override
        public void inject(TestInjector injector) {
            injector.injectIntoFields(redis, new TestInjector.MatchesType(RedisProcess.class));
        }

        @Override
        public void stop() {
            redis.close();
        }
    }
}
