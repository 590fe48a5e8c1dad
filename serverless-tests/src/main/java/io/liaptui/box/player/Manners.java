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
 * @param dialect which client it is
 */
public record Manners(Duration leastThought, Duration mostThought, int framesKept, Witness witness, Dialect dialect) {
    /** Answers at once and remembers a whole game. */
    public static final Manners PROMPT =
            new Manners(Duration.ZERO, Duration.ZERO, 2_000, Witness.NONE, Dialect.EXISTING);

    public Manners {
        if (leastThought.isNegative() || mostThought.compareTo(leastThought) < 0) {
            throw new IllegalArgumentException("no such thought: " + leastThought + " to " + mostThought);
        }
    }

    Talk talk(Play play) {
        return switch (dialect) {
            case EXISTING -> new ExistingTalk(play);
            case OWN -> new OwnTalk(play, witness);
        };
    }

    long thoughtMillis() {
        return ThreadLocalRandom.current().nextLong(leastThought.toMillis(), mostThought.toMillis() + 1);
    }
}
