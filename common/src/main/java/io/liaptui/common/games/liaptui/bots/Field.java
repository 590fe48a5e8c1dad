package io.liaptui.common.games.liaptui.bots;

import io.liaptui.common.games.liaptui.Declarations;

/** How strong the others seem, by what they declared so far. */
enum Field {
    WEAK(10),
    NORMAL(14),
    STRONG(18);

    private static final double WEAK_MEAN = 1.5;
    private static final double STRONG_MEAN = 3.0;

    private final int pairSum;

    Field(int pairSum) {
        this.pairSum = pairSum;
    }

    static Field of(Declarations made) {
        if (made.values().isEmpty()) {
            return NORMAL;
        }
        double mean = (double) made.total() / made.values().size();
        return mean <= WEAK_MEAN ? WEAK : mean >= STRONG_MEAN ? STRONG : NORMAL;
    }

    /** From this sum on a pair beside the main set counts. */
    int pairSum() {
        return pairSum;
    }
}
