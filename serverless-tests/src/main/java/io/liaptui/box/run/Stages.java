package io.liaptui.box.run;

import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for what happens elsewhere, always with a deadline. */
public final class Stages {
    private Stages() {}

    /**
     * The stage's value.
     *
     * @throws BoxFailure with the stage's own reason, or if it takes too long
     */
    public static <T> T await(CompletionStage<T> stage, Duration limit) throws InterruptedException {
        try {
            return stage.toCompletableFuture().get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            throw new BoxFailure(String.valueOf(cause.getMessage()), cause);
        } catch (TimeoutException e) {
            throw new BoxFailure("Not done within " + limit.toSeconds() + " s.", e);
        }
    }
}
