package io.liaptui.box.redis;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Asks one Redis server and waits for the answer. A connection that was lost is opened anew by the next question.
 * Thread-safe; not for event loops.
 */
public final class RedisAdmin implements AutoCloseable {
    private static final Duration ANSWER = Duration.ofSeconds(2);
    private static final int CONNECTIONS = 4;
    private static final int WAITING = 1_000;
    private static final int TRIES = 2;

    private final Redis client;

    /**
     * @param url {@code redis://127.0.0.1:6379}
     */
    public RedisAdmin(Vertx vertx, String url) {
        this.client = Redis.createClient(
                vertx,
                new RedisOptions()
                        .setConnectionString(url)
                        .setMaxPoolSize(CONNECTIONS)
                        .setMaxPoolWaiting(WAITING)
                        .setMaxWaitingHandlers(64 * WAITING));
    }

    /**
     * One command.
     *
     * @return null for nil
     * @throws IOException if it is refused or not answered within 2 s, after a second try on another connection
     */
    public @Nullable Response ask(Command command, Object... arguments) throws IOException, InterruptedException {
        return twice(() -> client.send(request(command, arguments)));
    }

    /** Several at once; they may be large. */
    public List<@Nullable Response> ask(List<Request> requests) throws IOException, InterruptedException {
        if (requests.isEmpty()) {
            return List.of();
        }
        return twice(() -> client.batch(requests));
    }

    /** A command for {@link #ask(List)}. */
    public static Request request(Command command, Object... arguments) {
        Request request = Request.cmd(command);
        for (Object argument : arguments) {
            request.arg(String.valueOf(argument));
        }
        return request;
    }

    private interface Question<T> {
        Future<T> put();
    }

    private static <T> T twice(Question<T> question) throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return question.put()
                        .toCompletionStage()
                        .toCompletableFuture()
                        .get(ANSWER.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException | TimeoutException e) {
                if (attempt == TRIES) {
                    throw new IOException("Redis: " + (e.getCause() == null ? "no answer" : e.getCause()), e);
                }
            }
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
