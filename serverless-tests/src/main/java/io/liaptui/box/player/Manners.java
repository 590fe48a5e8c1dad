package io.liaptui.box.player;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How a scripted player behaves, whatever it chooses.
 *
 * @param leastThought before an answer
 * @param mostThought before an answer; each one draws between the two
 * @param framesKept how many frames it remembers
 * @param witness is told what happens to it
 */
public record Manners(Duration leastThought, Duration mostThought, int framesKept, Witness witness) {
    /** Answers at once and remembers a whole game. */
    public static final Manners PROMPT = new Manners(Duration.ZERO, Duration.ZERO, 2_000, Witness.NONE);

    public Manners {
        if (leastThought.isNegative() || mostThought.compareTo(leastThought) < 0) {
            throw new IllegalArgumentException("no such thought: " + leastThought + " to " + mostThought);
        }
    }

    long thoughtMillis() {
        return ThreadLocalRandom.current().nextLong(leastThought.toMillis(), mostThought.toMillis() + 1);
    }
}
