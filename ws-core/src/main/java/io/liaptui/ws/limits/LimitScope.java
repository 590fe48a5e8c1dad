package io.liaptui.ws.limits;

import java.util.Locale;

/** Whose limit; the label {@code by} of {@code liap_refused_total}. */
public enum LimitScope {
    SOCKET,
    /** All sockets with one {@code liap_sid}. */
    BROWSER,
    /** All sockets from one {@link ClientAddress}. */
    ADDRESS;

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
