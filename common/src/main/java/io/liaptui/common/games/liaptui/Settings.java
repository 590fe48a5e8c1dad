package io.liaptui.common.games.liaptui;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The options of a table.
 *
 * @param maxRounds the game ends after this round at the latest; 0 for no limit
 */
public record Settings(int maxRounds, BotLevel bots) {
    /** Table option, a whole number; 20 if absent, as the original documents it. */
    public static final String MAX_ROUNDS = "max-rounds";
    /** Table option, {@code basic} or {@code strategic}; strategic if absent. */
    public static final String BOTS = "bots";

    private static final int USUAL_MAX_ROUNDS = 20;

    public Settings {
        if (maxRounds < 0) {
            throw new IllegalArgumentException(MAX_ROUNDS + " must be 0 (no limit) or more: " + maxRounds);
        }
    }

    /**
     * @throws IllegalArgumentException if an option of this game has no sense; the message says what to do
     */
    static Settings from(Map<String, String> options) {
        String bots = options.get(BOTS);
        return new Settings(
                maxRounds(options.get(MAX_ROUNDS)), bots == null ? BotLevel.STRATEGIC : BotLevel.parse(bots));
    }

    private static int maxRounds(@Nullable String text) {
        if (text == null) {
            return USUAL_MAX_ROUNDS;
        }
        if (!text.matches("[0-9]{1,6}")) {
            throw new IllegalArgumentException(MAX_ROUNDS + " must be a whole number, 0 for no limit: " + text);
        }
        return Integer.parseInt(text);
    }
}
