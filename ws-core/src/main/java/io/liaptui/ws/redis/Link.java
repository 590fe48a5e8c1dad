package io.liaptui.ws.redis;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.impl.types.ErrorType;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One connection from its first attempt to its end. Two time-outs without an answer between them end it, for a frozen
 * server answers nothing and closes nothing.
 */
final class Link {
    private static final int TIMEOUTS = 2;

    private final Vertx vertx;
    private final RedisSettings settings;
    private final Redis client;
    private final Future<RedisConnection> connection;
    private final Runnable onFirstAnswer;
    private final Consumer<String> onEnd;
    private final AtomicInteger inFlight = new AtomicInteger();
    private final AtomicInteger timeouts = new AtomicInteger();
    private final AtomicBoolean answered = new AtomicBoolean();
    private final AtomicBoolean ended = new AtomicBoolean();

    /**
     * Begins to connect.
     *
     * @param onFirstAnswer runs with the first answer that is no failure: a server that only refuses is not back
     * @param onEnd told why, once
     */
    Link(Vertx vertx, RedisOptions options, RedisSettings settings, Runnable onFirstAnswer, Consumer<String> onEnd) {
        this.vertx = vertx;
        this.settings = settings;
        this.onFirstAnswer = onFirstAnswer;
        this.onEnd = onEnd;
        // A client of its own, because closing it is what closes the socket; a pooled connection would be handed on
        this.client = Redis.createClient(vertx, options);
        this.connection = client.connect();
        connection.onFailure(error -> end("cannot connect: " + error.getMessage()));
        connection.onSuccess(connected -> {
            connected.exceptionHandler(error -> end(String.valueOf(error.getMessage())));
            connected.endHandler(_ -> end("closed by the server"));
        });
    }

    <T> Future<T> call(Function<RedisConnection, Future<T>> call) {
        if (inFlight.incrementAndGet() > settings.inFlight()) {
            inFlight.decrementAndGet();
            return Future.failedFuture(new NoAnswer("more than " + settings.inFlight() + " calls wait for Redis"));
        }
        Promise<T> answer = Promise.promise();
        long timer = vertx.setTimer(settings.deadline().toMillis(), _ -> timeOut(answer));
        connection.compose(call).onComplete(result -> {
            inFlight.decrementAndGet();
            vertx.cancelTimer(timer);
            if (result.succeeded()) {
                timeouts.set(0);
                if (answered.compareAndSet(false, true)) {
                    onFirstAnswer.run();
                }
                answer.tryComplete(result.result());
            } else {
                answer.tryFail(failure(result.cause()));
            }
        });
        return answer.future();
    }

    boolean isOver() {
        return ended.get();
    }

    /** Closes the socket; calls without an answer fail with {@link NoAnswer}. */
    void end(String reason) {
        if (ended.compareAndSet(false, true)) {
            onEnd.accept(reason);
            client.close();
        }
    }

    private void timeOut(Promise<?> answer) {
        boolean late = answer.tryFail(
                new NoAnswer("no answer in " + settings.deadline().toMillis() + " ms"));
        if (late && timeouts.incrementAndGet() >= TIMEOUTS) {
            end("no answer in time, twice");
        }
    }

    private RuntimeException failure(Throwable cause) {
        String text = String.valueOf(cause.getMessage());
        if (!(cause instanceof ErrorType)) {
            return new NoAnswer(text);
        }
        timeouts.set(0);
        if (RedisErrors.isWrongServer(text)) {
            end(text);
        }
        return RedisErrors.isPassing(text) ? new NoAnswer(text) : new RedisRefusal(text);
    }
}
