package io.liaptui.ws.ownership;

import io.liaptui.common.ids.RoomId;

/** Whom to tell that somebody waits for a room whose owner does not answer. Threading: any thread; nothing blocks. */
@FunctionalInterface
public interface Wanted {
    /** Does nothing; for nodes that stand alone. */
    Wanted NOBODY = room -> {};

    /**
     * A socket or a command of this node waits for the room. To be said again, at least every few seconds, while that is
     * so; saying it often costs nothing.
     */
    void wanted(RoomId room);
}
