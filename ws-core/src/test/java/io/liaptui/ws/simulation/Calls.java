package io.liaptui.ws.simulation;

import io.liaptui.ws.journal.JournalAway;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/**
 * One node's calls to Redis, with the deadlines and repeats that the real client has: a second for an answer; writes are
 * repeated with the same bytes until there is one.
 */
final class Calls {
    private static final Duration DEADLINE = Duration.ofSeconds(1);
    private static final long FIRST_PAUSE = 100;
    private static final long LONGEST_PAUSE = 1000;

    private final List<Runnable> returns = new ArrayList<>();
    private final Host host;
    private final RedisServer redis;
    private final Dice dice;
    private int unanswered;
    private long connections;

    Calls(Host host, RedisServer redis, Dice dice) {
        this.host = host;
        this.redis = redis;
        this.dice = dice;
    }

    /** Runs when Redis answers again after two calls in a row had no answer, or the connections broke. */
    void onReturn(Runnable listener) {
        returns.add(listener);
    }

    <T> CompletionStage<T> untilAnswered(Supplier<CompletionStage<T>> call) {
        CompletableFuture<T> result = new CompletableFuture<>();
        attempt(call, result, FIRST_PAUSE);
        return result;
    }

    /** Fails with {@link JournalAway} if there is no answer in time. */
    <T> CompletionStage<T> once(RedisServer.Kind kind, Supplier<CompletionStage<T>> call) {
        CompletableFuture<T> result = new CompletableFuture<>();
        Runnable away = () -> {
            if (result.completeExceptionally(new JournalAway("Redis did not answer"))) {
                unanswered++;
            }
        };
        host.after(DEADLINE, away);
        redis.call(host, kind, call, answer -> answered(answer, result), away);
        return result;
    }

    private <T> void attempt(Supplier<CompletionStage<T>> call, CompletableFuture<T> result, long pause) {
        boolean[] over = new boolean[1];
        Runnable again = () -> {
            if (!over[0]) {
                over[0] = true;
                unanswered++;
                long wait = Math.round(pause * dice.between(0.75, 1.25));
                long next = Math.min(2 * pause, LONGEST_PAUSE);
                host.after(Duration.ofMillis(wait), () -> attempt(call, result, next));
            }
        };
        host.after(DEADLINE, again);
        redis.call(
                host,
                RedisServer.Kind.SCRIPT,
                call,
                answer -> {
                    if (!over[0]) {
                        over[0] = true;
                        answered(answer, result);
                    }
                },
                again);
    }

    private <T> void answered(CompletionStage<T> answer, CompletableFuture<T> result) {
        boolean back = unanswered >= 2 || connections != redis.connections();
        connections = redis.connections();
        unanswered = 0;
        pass(answer, result);
        if (back) {
            returns.forEach(host::execute);
        }
    }

    private static <T> void pass(CompletionStage<T> answer, CompletableFuture<T> result) {
        answer.whenComplete((value, failure) -> {
            if (failure == null) {
                result.complete(value);
            } else {
                result.completeExceptionally(failure);
            }
        });
    }
}
