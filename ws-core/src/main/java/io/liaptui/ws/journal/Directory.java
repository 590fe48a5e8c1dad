package io.liaptui.ws.journal;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.room.RoomStatus;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * What stands in the lists of rooms and what their hashes say, each as it is: for whoever compares them. Not for
 * requests: whole lists are read. Stages fail with {@link JournalAway} after 1 s a trip.
 */
public interface Directory {
    /**
     * What the hash of a room says.
     *
     * @param status as stored, also one that this release does not know
     * @param touched milliseconds since 1970
     */
    record Facts(NodeId owner, String status, long touched) {
        /** Whether somebody may run it. */
        public boolean isLive() {
            return RoomStatus.isLive(status);
        }
    }

    /** All rooms on a shelf, whether there is such a room or not. One that changes shelves meanwhile may be missed. */
    CompletionStage<Set<RoomId>> listed(RoomIndex.Shelf shelf);

    /** Those of these rooms that have a hash. */
    CompletionStage<Map<RoomId, Facts>> facts(Collection<RoomId> rooms);
}
