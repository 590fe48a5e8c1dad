package io.liaptui.box.journeys;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Waits for what a journey needs next, with a deadline. */
final class Waiting {
    private static final Duration STEP = Duration.ofSeconds(20);

    private Waiting() {}

    static <T> T await(CompletableFuture<T> step) {
        return await(step, STEP);
    }

    static <T> T await(CompletableFuture<T> step, Duration limit) {
        return step.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).join();
    }
}
