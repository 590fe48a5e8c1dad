package io.liaptui.ws.simulation;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import java.util.Map;

/**
 * What Redis holds after it lost something.
 *
 * @param left by room; a room that is not in it is lost as a whole
 */
record Loss(Map<RoomId, Left> left) {
    /** Where a room stands now. */
    record Left(NodeId owner, long epoch, long version, boolean ended) {}
}
