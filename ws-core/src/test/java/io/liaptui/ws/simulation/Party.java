package io.liaptui.ws.simulation;

import io.liaptui.common.ids.RoomId;
import org.jspecify.annotations.Nullable;

/** People who want to play with each other, and the room they know. */
final class Party {
    final int size;

    @Nullable
    RoomId room;

    boolean started;

    Party(int size) {
        this.size = size;
    }
}
