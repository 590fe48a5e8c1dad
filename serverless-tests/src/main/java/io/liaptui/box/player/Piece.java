package io.liaptui.box.player;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A piece as the wire names it, such as {@code HORSE_RED(6)}.
 *
 * @param value 1 to 14
 */
record Piece(String name, boolean red, int value) {
    private static final Pattern WIRE = Pattern.compile("([A-Z]+)_(RED|BLACK)\\((\\d+)\\)");

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException for any other text
     */
    static Piece parse(String text) {
        Matcher matcher = WIRE.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("no piece: " + text);
        }
        return new Piece(matcher.group(1), matcher.group(2).equals("RED"), Integer.parseInt(matcher.group(3)));
    }
}
