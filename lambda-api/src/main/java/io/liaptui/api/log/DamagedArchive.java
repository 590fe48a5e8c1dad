package io.liaptui.api.log;

import io.liaptui.common.ids.RoomId;

/** What the archive has of a room cannot be read; answered with 500, because asking again helps nobody. */
public final class DamagedArchive extends RuntimeException {
    private static final long serialVersionUID = 1;

    DamagedArchive(RoomId room, String name, IllegalArgumentException cause) {
        super(
                "The archived game of room " + room
                        + " cannot be read: it is damaged, or was written by a newer release."
                        + " Operators: the log says more about " + name + ".",
                cause);
    }
}
