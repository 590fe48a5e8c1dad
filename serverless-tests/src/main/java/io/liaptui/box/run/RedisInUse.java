package io.liaptui.box.run;

import io.liaptui.box.process.Child;
import io.liaptui.box.process.Processes;
import io.liaptui.box.redis.EmbeddedRedis;
import io.liaptui.box.redis.RedisProbe;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/**
 * The Redis that this box uses.
 *
 * @param pid of the embedded server; null for one that is not ours
 */
record RedisInUse(String url, @Nullable Long pid) {
    /** No Redis at all: the journal of the one node is its memory. */
    static final RedisInUse NONE = new RedisInUse("none", null);

    private static final Duration ANSWER = Duration.ofSeconds(3);
    private static final Duration START = Duration.ofSeconds(30);
    private static final Duration BETWEEN = Duration.ofMillis(20);

    /** How programs find it. */
    Map<String, String> environment() {
        return equals(NONE) ? Map.of("LIAP_JOURNAL", "memory") : Map.of("QUARKUS_REDIS_HOSTS", url);
    }

    /**
     * One that is given.
     *
     * @throws BoxFailure if it does not answer PING
     */
    static RedisInUse given(Vertx vertx, String url) {
        try {
            ping(vertx, url);
        } catch (CompletionException e) {
            throw new BoxFailure(
                    "No Redis at " + withoutPassword(url) + ": " + reason(e)
                            + ". Check the address and the password, or leave --redis out for the embedded one.",
                    e);
        }
        return new RedisInUse(url, null);
    }

    /**
     * Starts the embedded one and waits until it answers PING, that is, until it has loaded its file.
     *
     * @throws BoxFailure with its last lines if it ends or does not answer in time
     */
    static RedisInUse embedded(Vertx vertx, Processes processes, Layout layout)
            throws IOException, InterruptedException {
        int port = Ports.free();
        Child server = EmbeddedRedis.start(processes, port, layout.redis(), layout.log("redis"));
        String url = "redis://127.0.0.1:" + port;
        long deadline = System.nanoTime() + START.toNanos();
        while (true) {
            try {
                ping(vertx, url);
                return new RedisInUse(url, server.pid());
            } catch (CompletionException e) {
                if (server.ended(BETWEEN)) {
                    throw Readiness.failure(server, "ended while starting");
                }
                if (System.nanoTime() > deadline) {
                    throw Readiness.failure(server, "did not answer: " + reason(e));
                }
            }
        }
    }

    /** For people and logs. */
    static String withoutPassword(String url) {
        return url.replaceFirst("//[^@/]*@", "//");
    }

    private static void ping(Vertx vertx, String url) {
        RedisProbe.ping(vertx, url, ANSWER)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    private static String reason(CompletionException e) {
        Throwable cause = e.getCause() == null ? e : e.getCause();
        return String.valueOf(cause.getMessage()).replaceFirst("\\.$", "");
    }
}
