package io.liaptui.common.room;

import java.util.Locale;

/** What a room is up to; the last two have no actor. */
public enum RoomStatus {
    /** Waits for players. */
    OPEN,
    /** A game runs. */
    RUNNING,
    /** The game is over; players may still look at the result. */
    FINISHED,
    /** Nobody runs it any more; its keys expire. */
    CLOSED;

    /** As it stands in the room hash. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
