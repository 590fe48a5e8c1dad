package io.liaptui.ws.admin;

import io.liaptui.common.archive.NameErasure;
import io.liaptui.common.ids.RoomId;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** What the journal still has of games that are over. Threading: any thread; nothing blocks. */
public interface PastRooms {
    /**
     * Takes a name out of some rooms that are over; begin with cursor "0", and go on with that of the answer until it is "0"
     * again. Rooms in use are left alone. Fails with {@link io.liaptui.ws.journal.JournalAway}.
     */
    CompletionStage<Some> erase(String cursor, NameErasure name);

    /**
     * Some of them.
     *
     * @param changed rooms out of which the name was taken
     * @param inUse rooms in which that player has a seat
     */
    record Some(String next, int changed, List<RoomId> inUse) {}
}
