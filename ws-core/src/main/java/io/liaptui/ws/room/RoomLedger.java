package io.liaptui.ws.room;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.room.RoomState;
import io.liaptui.common.room.RoomStatus;
import java.util.concurrent.CompletionStage;

/** Who keeps the lists of rooms right; called by rooms, on their thread. Must not block. */
interface RoomLedger {
    /** The node's set is to hold the room before that node may own it; fails if the journal is away. */
    CompletionStage<Void> expect(NodeId node, RoomId room);

    /** The room is not this node's after all. */
    void release(RoomId room);

    /** The room runs here now. */
    void place(RoomId room, RoomStatus status);

    /** The journal was away: this node's set and the lists may have lost the room. */
    void again(RoomId room, RoomStatus status);

    /** Seats, host or status changed. */
    void changed(RoomId room, RoomState before, RoomState after);

    /** The journal just answered; the place in the lists may be old. */
    void refresh(RoomId room, RoomStatus status);

    /** The actor has ended, and the room was given to this node anew: it is to be found in its set. */
    void replaced(RoomId room);

    /** The actor has ended, the room may go on elsewhere unless it is over. */
    void stopped(RoomId room, boolean over);
}
