package io.liaptui.box.player;

import io.vertx.core.Context;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;

/** From the caller's thread to the player's. */
final class Turn {
    private Turn() {}

    /** Runs the action on the context; completes as what it returns does. */
    static <T> CompletableFuture<T> on(Context context, Supplier<CompletionStage<T>> action) {
        CompletableFuture<T> result = new CompletableFuture<>();
        context.runOnContext(v -> action.get().whenComplete((value, e) -> {
            if (e == null) {
                result.complete(value);
            } else {
                result.completeExceptionally(e);
            }
        }));
        return result;
    }
}
