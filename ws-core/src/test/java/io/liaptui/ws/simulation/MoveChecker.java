package io.liaptui.ws.simulation;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import java.util.HashMap;
import java.util.Map;

/** Counts how often rooms change their owner, for invariant 13. */
final class MoveChecker implements Watch {
    private final Map<RoomId, Integer> moves = new HashMap<>();

    @Override
    public void claimed(RoomId room, NodeId owner, long epoch) {
        moves.merge(room, 1, Integer::sum);
    }

    int most() {
        return moves.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }
}
