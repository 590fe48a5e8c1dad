package io.liaptui.ws.ops;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.ws.ownership.NodeState;
import io.liaptui.ws.ownership.Nodes;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Nodes that are asked on real sockets, and those that are not there any more. */
class PeerHealthTest {
    private final Vertx vertx = Vertx.vertx();
    private final Map<NodeId, NodeRow> seen = new HashMap<>();
    private final List<AutoCloseable> open = new ArrayList<>();
    private final PeerHealth health = new PeerHealth(vertx, new Nodes() {
        @Override
        public NodeId me() {
            return new NodeId("me");
        }

        @Override
        public NodeState state() {
            return NodeState.READY;
        }

        @Override
        public int goodRounds() {
            return 0;
        }

        @Override
        public boolean isAlive(NodeId node) {
            return true;
        }

        @Override
        public Set<NodeId> peers() {
            return Set.of();
        }

        @Override
        public Map<NodeId, NodeRow> lastSeen() {
            return seen;
        }

        @Override
        public void onDead(Consumer<NodeId> listener) {
            // Nobody dies here
        }
    });

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable each : open) {
            each.close();
        }
        vertx.close().toCompletionStage().toCompletableFuture().get(5, TimeUnit.SECONDS);
    }

    @Test
    void nobodyIsNoHelp() throws Exception {
        assertThat(ask()).isFalse();
    }

    @Test
    void oneThatServesIsEnough() throws Exception {
        knows("isolated", node(503), NodeState.READY);
        assertThat(ask()).isFalse();
        knows("gone", nobody(), NodeState.READY);
        knows("mute", mute(), NodeState.READY);
        knows("odd", "no address", NodeState.READY);
        knows("none", "", NodeState.READY);
        assertThat(ask()).isFalse();
        knows("serves", node(200), NodeState.READY);
        assertThat(ask()).isTrue();
    }

    @Test
    void whoWasAboutToGoIsNotAsked() throws Exception {
        knows("draining", node(200), NodeState.DRAINING);
        assertThat(ask()).isFalse();
    }

    private boolean ask() throws Exception {
        return health.takesPlayers().toCompletableFuture().get(10, TimeUnit.SECONDS);
    }

    private void knows(String name, String address, NodeState state) {
        seen.put(new NodeId(name), new NodeRow(1, state.text(), 1, "test", 1, 1, 0, 100, address));
    }

    private String node(int status) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/health", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        server.start();
        open.add(() -> server.stop(0));
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Takes connections and says nothing. */
    private String mute() throws IOException {
        ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        open.add(socket);
        return "127.0.0.1:" + socket.getLocalPort();
    }

    private static String nobody() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            return "127.0.0.1:" + socket.getLocalPort();
        }
    }
}
