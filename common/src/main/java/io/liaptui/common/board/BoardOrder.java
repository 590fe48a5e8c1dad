package io.liaptui.common.board;

import java.util.Locale;

/** What a leaderboard is sorted by; the highest first. */
public enum BoardOrder {
    WINS,
    /** Points per game that was played to its end. */
    AVERAGE,
    /** Share of rounds with an exact declaration. */
    HITS;

    /** So many games played to the end it takes to be compared by averages: one lucky game is no average. */
    public static final int LEAST_GAMES = 3;

    /** As in keys and queries. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
