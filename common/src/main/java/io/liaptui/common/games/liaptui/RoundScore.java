package io.liaptui.common.games.liaptui;

/** The points of one seat for one round: everything follows from these three. */
public record RoundScore(int declared, int captured, int multiplier) {
    private static final int BONUS_FOR_ZERO = 3;
    private static final int BONUS_FOR_HIT = 5;

    /** Points before the multiplier. */
    public int base() {
        return hitValue() + bonus();
    }

    /** The part of {@link #base} that depends on piles: won if exact, lost by the difference otherwise. */
    public int hitValue() {
        return isHit() ? declared : -Math.abs(declared - captured);
    }

    /** The part of {@link #base} for an exact declaration. */
    public int bonus() {
        if (!isHit()) {
            return 0;
        }
        return declared == 0 ? BONUS_FOR_ZERO : BONUS_FOR_HIT;
    }

    /** What is added to the total. */
    public int points() {
        return base() * multiplier;
    }

    /** Counts for the statistics; declaring nothing and getting nothing does not. */
    public boolean isPerfect() {
        return isHit() && declared > 0;
    }

    private boolean isHit() {
        return declared == captured;
    }
}
