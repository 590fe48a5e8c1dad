package io.liaptui.api.log;

import java.util.Map;
import java.util.Set;

/** How long an answer about a room may be kept by whom. */
public final class Freshness {
    /** Nothing happens in such a room any more. */
    private static final Set<String> STILL = Set.of("archived", "closed");

    private Freshness() {}

    /**
     * Headers of an answer. What is over looks the same to everybody and does not change, except that a name may be
     * erased, which a minute may pass over. All else depends on who asks and when.
     *
     * @param status of the room
     */
    public static Map<String, String> of(String status) {
        return STILL.contains(status)
                ? Map.of("Cache-Control", "public, max-age=60")
                : Map.of("Cache-Control", "private, no-cache", "Vary", "Authorization, Cookie");
    }
}
