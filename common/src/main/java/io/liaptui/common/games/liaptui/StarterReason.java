package io.liaptui.common.games.liaptui;

import java.util.Locale;

/** Why a seat starts a round. */
public enum StarterReason {
    ACCEPTED_REDEAL,
    HAS_GENERAL_RED,
    WON_LAST_TURN,
    /** Nothing else names anybody: seat {@code P1}. Does not occur with a whole deck. */
    DEFAULT;

    /** As messages and logs write it, such as {@code has_general_red}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads {@link #text}.
     *
     * @throws IllegalArgumentException if there is no such reason
     */
    public static StarterReason parse(String text) {
        for (StarterReason reason : values()) {
            if (reason.text().equals(text)) {
                return reason;
            }
        }
        throw new IllegalArgumentException("not a reason to start: " + text);
    }
}
