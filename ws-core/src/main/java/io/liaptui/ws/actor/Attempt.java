package io.liaptui.ws.actor;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** Begins something that answers later. */
public final class Attempt {
    private Attempt() {}

    /** What cannot even be begun has failed: whoever waits for the answer hears of it, and may try again. */
    public static <T> CompletionStage<T> of(Supplier<? extends CompletionStage<T>> call) {
        try {
            return call.get();
        } catch (Throwable failure) {
            return CompletableFuture.failedStage(failure);
        }
    }
}
