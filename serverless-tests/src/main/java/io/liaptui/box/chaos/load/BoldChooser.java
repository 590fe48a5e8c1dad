package io.liaptui.box.chaos.load;

import io.liaptui.box.player.Chooser;
import io.liaptui.box.player.SimpleChooser;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** Plays as the simple one does, and asks for new pieces now and then, so that redeals happen. */
final class BoldChooser implements Chooser {
    private static final double REDEALS = 0.3;
    private final Chooser simple = new SimpleChooser();

    @Override
    public boolean redeal(List<String> hand) {
        return ThreadLocalRandom.current().nextDouble() < REDEALS;
    }

    @Override
    public int declare(List<String> hand, Set<Integer> forbidden) {
        return simple.declare(hand, forbidden);
    }

    @Override
    public List<Integer> play(List<String> hand, int required) {
        return simple.play(hand, required);
    }
}
