package io.liaptui.ws.room;

import io.liaptui.common.ids.RoomId;
import io.liaptui.common.room.RoomState;
import io.liaptui.common.room.RoomStatus;

/** Who keeps the lists of rooms right; called by rooms, on their thread. Must not block. */
interface RoomLedger {
    /** The room runs here now. */
    void place(RoomId room, RoomStatus status);

    /** Seats, host or status changed. */
    void changed(RoomId room, RoomState before, RoomState after);

    /** Something was stored; the place in the lists may be old. */
    void refresh(RoomId room, RoomStatus status);

    /** The actor has ended, the room may go on elsewhere unless it is over. */
    void stopped(RoomId room, Room actor, boolean over);
}
