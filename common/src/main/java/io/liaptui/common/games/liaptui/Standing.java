package io.liaptui.common.games.liaptui;

/**
 * What a seat keeps from round to round.
 *
 * @param total points, may be negative
 * @param zeroStreak declarations of 0 in a row, up to now
 * @param turnsWon turns taken in the whole game
 * @param perfectRounds rounds in which more than 0 was declared and exactly that captured
 */
public record Standing(int total, int zeroStreak, int turnsWon, int perfectRounds) {
    public static final Standing START = new Standing(0, 0, 0, 0);

    /** After this many zeros in a row another one is forbidden. */
    static final int MAX_ZERO_STREAK = 2;

    boolean mayDeclareZero() {
        return zeroStreak < MAX_ZERO_STREAK;
    }

    Standing declared(int value) {
        return new Standing(total, value == 0 ? zeroStreak + 1 : 0, turnsWon, perfectRounds);
    }

    Standing wonTurn() {
        return new Standing(total, zeroStreak, turnsWon + 1, perfectRounds);
    }

    Standing scored(RoundScore score) {
        return new Standing(total + score.points(), zeroStreak, turnsWon, perfectRounds + (score.isPerfect() ? 1 : 0));
    }
}
