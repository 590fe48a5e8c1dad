package io.liaptui.ws.limits;

import java.util.Locale;

/** What is limited; the label {@code kind} of {@code liap_refused_total}. */
public enum LimitKind {
    /** Sockets that are open at a time. */
    SOCKETS,
    UPGRADES,
    CREATE_ROOM,
    JOIN_ROOM,
    /** All that clients say, pings, rooms and seats among it. */
    MESSAGES;

    /** The limit that an event has beside the one of all messages. */
    public static LimitKind of(String event) {
        return switch (event) {
            case "create_room" -> CREATE_ROOM;
            case "join_room" -> JOIN_ROOM;
            default -> MESSAGES;
        };
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
