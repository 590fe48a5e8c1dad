package io.liaptui.box.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liaptui.box.process.Child;
import io.liaptui.box.process.Ledger;
import io.liaptui.box.process.Processes;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class EmbeddedRedisTest {
    private static final Duration LIMIT = Duration.ofSeconds(3);
    private final Vertx vertx = Vertx.vertx();

    @TempDir
    Path folder;

    @AfterEach
    void close() {
        await(vertx.close());
    }

    @Test
    void whatWasWrittenOutlivesAKill() throws Exception {
        Processes processes = new Processes(new Ledger(folder.resolve("processes.json")));
        int port = freePort();
        Child first = ready(processes, port);
        assertThat(command(port, Request.cmd(Command.SET).arg("k").arg("kept"))).isEqualTo("OK");
        first.kill();
        Child second = ready(processes, port);
        assertThat(command(port, Request.cmd(Command.GET).arg("k"))).isEqualTo("kept");
        second.stop(Duration.ofSeconds(10));
        // Else its end is noted in a folder that is being deleted
        processes.forget();
    }

    @Test
    void aProbeOfAnEmptyPortFailsAtOnce() throws Exception {
        String url = "redis://127.0.0.1:" + freePort();
        assertThatThrownBy(() -> await(RedisProbe.ping(vertx, url, LIMIT))).hasMessageContaining("refused");
    }

    @Test
    void aProbeOfAServerThatNeverAnswersEndsInTime() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String url = "redis://127.0.0.1:" + silent.getLocalPort();
            assertThatThrownBy(() -> await(RedisProbe.ping(vertx, url, Duration.ofMillis(300))))
                    .isInstanceOf(CompletionException.class);
        }
    }

    private Child ready(Processes processes, int port) throws Exception {
        Child server = EmbeddedRedis.start(processes, port, folder.resolve("redis"), folder.resolve("redis.log"));
        while (true) {
            try {
                await(RedisProbe.ping(vertx, "redis://127.0.0.1:" + port, LIMIT));
                return server;
            } catch (CompletionException e) {
                assertThat(server.ended(Duration.ofMillis(20))).isFalse();
            }
        }
    }

    private String command(int port, Request request) {
        Redis client = Redis.createClient(vertx, "redis://127.0.0.1:" + port);
        return await(client.send(request).map(String::valueOf).onComplete(done -> client.close()));
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static <T> T await(Future<T> future) {
        return future.toCompletionStage()
                .toCompletableFuture()
                .orTimeout(20, TimeUnit.SECONDS)
                .join();
    }
}
