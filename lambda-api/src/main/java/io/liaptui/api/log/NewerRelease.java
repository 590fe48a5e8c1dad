package io.liaptui.api.log;

import io.liaptui.common.ids.RoomId;

/** A room is stored in a form that this release does not know; answered with 503. The message is for people. */
public final class NewerRelease extends RuntimeException {
    private static final long serialVersionUID = 1;

    NewerRelease(RoomId room, int schema, int reads) {
        super("Room " + room + " is stored by a newer release (schema " + schema + ", this function reads " + reads
                + "). Update the function, or ask again when the update is through.");
    }
}
