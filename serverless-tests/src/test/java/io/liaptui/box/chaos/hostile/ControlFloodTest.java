package io.liaptui.box.chaos.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.WebSocketFrame;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ControlFloodTest {
    @Test
    void aServerReadsPingsPongsAndFragmentsOfOneAddress() throws Exception {
        Vertx vertx = Vertx.vertx();
        CountDownLatch all = new CountDownLatch(3);
        Set<String> kinds = ConcurrentHashMap.newKeySet();
        Set<String> addresses = ConcurrentHashMap.newKeySet();
        try {
            HttpServer server = vertx.createHttpServer()
                    .webSocketHandler(socket -> {
                        addresses.add(socket.remoteAddress().hostAddress());
                        socket.frameHandler(frame -> {
                            if (kinds.add(kind(frame))) {
                                all.countDown();
                            }
                        });
                    })
                    .listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(10, TimeUnit.SECONDS);
            URI site = URI.create("http://127.0.0.1:" + server.actualPort());
            try (ControlFlood flood = new ControlFlood(List.of(site), 3)) {
                assertThat(all.await(20, TimeUnit.SECONDS)).as("seen: " + kinds).isTrue();
                assertThat(flood.text()).contains("3 sockets, 0 refused");
            }
            assertThat(kinds).containsExactlyInAnyOrder("ping of 125", "pong of 125", "fragment of 0");
            assertThat(addresses).hasSize(1).doesNotContain("127.0.0.1");
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        }
    }

    private static String kind(WebSocketFrame frame) {
        String name = frame.isPing() ? "ping" : frame.isFinal() ? "pong" : "fragment";
        return name + " of " + frame.binaryData().length();
    }
}
