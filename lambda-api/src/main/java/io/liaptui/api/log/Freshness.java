package io.liaptui.api.log;

import io.liaptui.common.room.RoomStatus;
import java.util.Map;

/** How long an answer about a room may be kept by whom. */
public final class Freshness {
    private Freshness() {}

    /**
     * Headers of an answer. What is over looks the same to everybody and does not change, except that a name may be
     * erased, which a minute may pass over. All else depends on who asks and when.
     *
     * @param status of the room
     */
    public static Map<String, String> of(String status) {
        return RoomStatus.of(status)
                        .filter(room -> room.isOver() && !room.isLive())
                        .isPresent()
                ? Map.of("Cache-Control", "public, max-age=60")
                : Map.of("Cache-Control", "private, no-cache", "Vary", "Authorization, Cookie");
    }
}
