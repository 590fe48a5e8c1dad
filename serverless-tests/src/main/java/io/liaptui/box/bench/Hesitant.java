package io.liaptui.box.bench;

import io.liaptui.box.player.Chooser;
import io.liaptui.box.player.SimpleChooser;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Plays for some rounds, then thinks for ever: its game is long and still runs. */
final class Hesitant implements Chooser {
    private final Chooser will = new SimpleChooser();
    private final CompletableFuture<Void> stuck = new CompletableFuture<>();
    private int plays;

    Hesitant(int plays) {
        this.plays = plays;
    }

    /** Done when it thinks. */
    CompletableFuture<Void> stuck() {
        return stuck;
    }

    @Override
    public boolean redeal(List<String> hand) {
        return will.redeal(hand);
    }

    @Override
    public int declare(List<String> hand, Set<Integer> forbidden) {
        return will.declare(hand, forbidden);
    }

    @Override
    public List<Integer> play(List<String> hand, int required) {
        if (plays == 0) {
            stuck.complete(null);
            return List.of();
        }
        plays--;
        return will.play(hand, required);
    }
}
