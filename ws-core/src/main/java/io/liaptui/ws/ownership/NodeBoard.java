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
     * Asks whether this node may leave by its own verdict. Whatever makes it want to may be wrong with all nodes at once,
     * so that is decided where all can see it. Who asks again is judged again, but its own grant does not stand in its way. Fails
     * as a round does.
     */
    CompletionStage<Leave> leave(NodeId me);

    /** Whether a node may leave by its own verdict. */
    enum Leave {
        GRANTED,
        /** Another one was allowed to, less than {@link NodeSettings#leaveEvery} ago. */
        TOO_SOON,
        /** No other ready node has beaten within {@link NodeSettings#seenWithin}: the last one stays. */
        LAST
    }

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
