package io.liaptui.ws.journal;

import io.liaptui.ws.redis.NoAnswer;
import io.liaptui.ws.redis.RedisSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** Repeats a call until Redis answers it, with growing pauses; for calls that are harmless when carried out twice. */
final class Repeats implements AutoCloseable {
    private final Vertx vertx;
    private final RedisSettings settings;
    private final Set<CompletableFuture<?>> pending = ConcurrentHashMap.newKeySet();
    private volatile boolean closed;

    Repeats(Vertx vertx, RedisSettings settings) {
        this.vertx = vertx;
        this.settings = settings;
    }

    <T> CompletableFuture<T> untilAnswered(Supplier<Future<T>> call) {
        CompletableFuture<T> result = new CompletableFuture<>();
        pending.add(result);
        result.whenComplete((_, _) -> pending.remove(result));
        attempt(call, result, settings.firstRepeat().toMillis());
        return result;
    }

    /** Calls that still wait fail with {@link JournalAway}. */
    @Override
    public void close() {
        closed = true;
        pending.forEach(each -> each.completeExceptionally(new JournalAway("the journal is closed")));
    }

    private <T> void attempt(Supplier<Future<T>> call, CompletableFuture<T> result, long pause) {
        if (closed) {
            result.completeExceptionally(new JournalAway("the journal is closed"));
            return;
        }
        begin(call).onComplete(answer -> {
            if (answer.succeeded()) {
                result.complete(answer.result());
            } else if (answer.cause() instanceof NoAnswer) {
                long jittered = (long) (pause * ThreadLocalRandom.current().nextDouble(0.75, 1.25));
                long next = Math.min(2 * pause, settings.longestRepeat().toMillis());
                vertx.setTimer(Math.max(1, jittered), _ -> attempt(call, result, next));
            } else {
                result.completeExceptionally(answer.cause());
            }
        });
    }

    /** Whoever waits for the answer must hear of it if the call cannot even be begun. */
    private static <T> Future<T> begin(Supplier<Future<T>> call) {
        try {
            return call.get();
        } catch (Throwable failure) {
            return Future.failedFuture(failure);
        }
    }
}
