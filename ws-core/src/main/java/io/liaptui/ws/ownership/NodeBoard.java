package io.liaptui.ws.ownership;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.NodeRow;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** Where nodes write that they live and read who else does. Threading: any thread; nothing blocks. */
public interface NodeBoard {
    /**
     * One round: writes my row, then reads all rows and who listens, in this order. The stage fails if the board is away;
     * it may also stay open for ever.
     *
     * @param listeners nodes whose subscribers are counted; my own are always counted too
     */
    CompletionStage<Sight> round(NodeId me, NodeRow row, Set<NodeId> listeners);

    /**
     * What a round showed.
     *
     * @param time of the board, milliseconds since 1970
     * @param rows of all nodes, mine too
     * @param subscribers how many connections listen to a node's channel; without an entry it was not counted
     */
    record Sight(long time, Map<NodeId, NodeRow> rows, Map<NodeId, Integer> subscribers) {
        public Sight {
            rows = Map.copyOf(rows);
            subscribers = Map.copyOf(subscribers);
        }
    }
}
