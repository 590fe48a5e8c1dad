package io.liaptui.ws.bans;

import io.liaptui.common.bans.Ban;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Where bans are kept. Stages fail if it does not answer. Threading: any thread; nothing blocks. */
public interface BanStore {
    /** For a node that nobody can ask for anything. */
    BanStore NONE = new BanStore() {
        @Override
        public CompletionStage<Optional<Snapshot>> read(String known) {
            return CompletableFuture.completedStage(Optional.empty());
        }

        @Override
        public CompletionStage<Boolean> add(Ban ban, Duration lasts) {
            return CompletableFuture.completedStage(false);
        }
    };

    /** A version that no list has. */
    String UNKNOWN = "-";

    /**
     * All bans; empty if they are still those of the version that is known.
     *
     * @param known {@link #UNKNOWN} at first
     */
    CompletionStage<Optional<Snapshot>> read(String known);

    /** Keeps one, in place of one with the same id; false if there are too many. */
    CompletionStage<Boolean> add(Ban ban, Duration lasts);

    /**
     * What was read.
     *
     * @param now by the store's clock, which ends of bans go by, ms since 1970
     */
    record Snapshot(String version, long now, List<Ban> bans) {}
}
