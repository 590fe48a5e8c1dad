package io.liaptui.box.journeys;

import io.liaptui.box.player.Chooser;
import io.liaptui.box.player.SimpleChooser;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiPredicate;

/**
 * Holds a table up without a clock: at a moment of the game that the test names, one player hesitates, and from then on
 * whoever else is asked to play. The server goes on waiting for them, as it does for people who think.
 */
final class Brake {
    private final CompletableFuture<Void> pulled = new CompletableFuture<>();
    private volatile boolean on;

    /** Of a player who never pulls it. */
    Chooser follower() {
        return new Held((hand, required) -> false);
    }

    /** Of the player who pulls it, once, when first asked to follow after the first turn of a round. */
    Chooser inTheMiddleOfATurn() {
        return new Held((hand, required) -> hand.size() < 8 && required > 0);
    }

    /** Of the player who pulls it when first asked to play, which the others may have done. */
    Chooser atTheFirstPlay() {
        return new Held((hand, required) -> true);
    }

    /** Completes when the one who pulls it has been asked and has not answered. */
    CompletableFuture<Void> pulled() {
        return pulled;
    }

    /** Whoever is asked from now on plays. Those who hesitated are to be asked again. */
    void release() {
        on = false;
    }

    private final class Held implements Chooser {
        private final Chooser player = new SimpleChooser();
        private final BiPredicate<List<String>, Integer> pulls;

        Held(BiPredicate<List<String>, Integer> pulls) {
            this.pulls = pulls;
        }

        @Override
        public boolean redeal(List<String> hand) {
            return player.redeal(hand);
        }

        @Override
        public int declare(List<String> hand, Set<Integer> forbidden) {
            return player.declare(hand, forbidden);
        }

        @Override
        public List<Integer> play(List<String> hand, int required) {
            // Only one player is asked at a time, and only one has a moment to wait for
            if (!pulled.isDone() && pulls.test(hand, required)) {
                on = true;
                pulled.complete(null);
            }
            return on ? List.of() : player.play(hand, required);
        }
    }
}
