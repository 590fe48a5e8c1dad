package io.liaptui.common.board;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a name achieved so far.
 *
 * @param name as it was written in its last game; claimed, not proved
 * @param games that came to their end
 * @param left those of them in which somebody else, a bot, had the seat at the end; they count nowhere else
 * @param points sum of final totals
 * @param rounds played in these games
 * @param hits rounds in which exactly what was declared was captured
 * @param last end of the last game, milliseconds since 1970
 */
public record BoardRow(String name, int games, int left, int wins, long points, int rounds, int hits, long last) {
    private static final Pattern TEXT =
            Pattern.compile("(\\d+) (\\d+) (\\d+) (-?\\d+) (\\d+) (\\d+) (\\d+) (.*)", Pattern.DOTALL);

    /**
     * Reads what {@code score.lua} wrote.
     *
     * @throws IllegalArgumentException if it is no such row
     */
    public static BoardRow read(String text) {
        Matcher row = TEXT.matcher(text);
        if (!row.matches()) {
            throw new IllegalArgumentException("not a row of a leaderboard: " + text);
        }
        return new BoardRow(
                row.group(8),
                Integer.parseInt(row.group(1)),
                Integer.parseInt(row.group(2)),
                Integer.parseInt(row.group(3)),
                Long.parseLong(row.group(4)),
                Integer.parseInt(row.group(5)),
                Integer.parseInt(row.group(6)),
                Long.parseLong(row.group(7)));
    }

    /** Games played to the end. */
    public int played() {
        return games - left;
    }
}
