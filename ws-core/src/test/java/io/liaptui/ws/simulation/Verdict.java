package io.liaptui.ws.simulation;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The first thing that went wrong. Kept rather than thrown: it is found in the middle of the nodes' own code. */
final class Verdict {
    private @Nullable Throwable failure;

    void fail(Throwable why) {
        if (failure == null) {
            failure = why;
        }
    }

    boolean isFailed() {
        return failure != null;
    }

    Optional<Throwable> failure() {
        return Optional.ofNullable(failure);
    }
}
