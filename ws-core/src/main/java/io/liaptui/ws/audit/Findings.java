package io.liaptui.ws.audit;

import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.journal.RoomIndex;
import java.util.Map;
import java.util.Set;

/**
 * What did not fit at one look.
 *
 * @param ghosts listed, but there is no such room any more
 * @param twins run here, though another node owns them
 * @param hidden owned by this node and alive, but in no list; with the shelf they belong on
 */
record Findings(Set<RoomId> ghosts, Set<RoomId> twins, Map<RoomId, Place> hidden) {
    /**
     * @param touched milliseconds since 1970
     */
    record Place(RoomIndex.Shelf shelf, long touched) {}
}
