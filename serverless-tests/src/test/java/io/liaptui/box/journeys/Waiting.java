package io.liaptui.box.journeys;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Waits for what a journey needs next, with a deadline. */
final class Waiting {
    private static final Duration STEP = Duration.ofSeconds(20);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private Waiting() {}

    static <T> T await(CompletableFuture<T> step) {
        return await(step, STEP);
    }

    static <T> T await(CompletableFuture<T> step, Duration limit) {
        return step.orTimeout(limit.toMillis(), TimeUnit.MILLISECONDS).join();
    }

    /**
     * Looks at something outside of this process, which tells nobody of its changes, until it fits.
     *
     * @param what is expected, for the message
     * @throws AssertionError with the last look if it does not fit in time
     */
    static <T> T until(String what, Supplier<T> look, Predicate<T> fits) {
        return until(what, STEP, look, fits);
    }

    /** The same within a time of its own. */
    static <T> T until(String what, Duration limit, Supplier<T> look, Predicate<T> fits) {
        long end = System.nanoTime() + limit.toNanos();
        T seen = look.get();
        while (!fits.test(seen)) {
            if (System.nanoTime() > end) {
                throw new AssertionError(what + " did not come within " + limit.toSeconds() + " s; last seen: " + seen);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            seen = look.get();
        }
        return seen;
    }
}
