package io.liaptui.common.games.liaptui;

import java.util.Locale;

/** How well bots play at a table. */
public enum BotLevel {
    /** Counts sets, then always plays its largest one. */
    BASIC,
    /** Plans the piles it declared and holds back what the plan needs. */
    STRATEGIC;

    /** As the table option {@code bots} and the journal write it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads {@link #text}.
     *
     * @throws IllegalArgumentException if there is no such level
     */
    public static BotLevel parse(String text) {
        for (BotLevel level : values()) {
            if (level.text().equals(text)) {
                return level;
            }
        }
        throw new IllegalArgumentException("bots must be basic or strategic: " + text);
    }
}
