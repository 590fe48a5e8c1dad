package io.liaptui.ws.ownership;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.NodeRow;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The only node, without Redis: ready at once, never cut off, and nobody else ever lived. Threading: any thread. */
public final class SoleNode implements Nodes {
    private final NodeId me;
    private final Supplier<NodeRow> row;
    private final AtomicReference<NodeState> state = new AtomicReference<>(NodeState.READY);

    /**
     * @param row what this node says of itself; the state is filled in here
     */
    public SoleNode(NodeId me, Supplier<NodeRow> row) {
        this.me = me;
        this.row = row;
    }

    @Override
    public NodeId me() {
        return me;
    }

    @Override
    public NodeState state() {
        return state.get();
    }

    @Override
    public int goodRounds() {
        return Integer.MAX_VALUE;
    }

    @Override
    public boolean isAlive(NodeId node) {
        return node.equals(me);
    }

    @Override
    public Set<NodeId> peers() {
        return Set.of();
    }

    @Override
    public Map<NodeId, NodeRow> rows() {
        NodeRow now = row.get();
        return Map.of(me, now.at(now.beat(), state().text(), now.started()));
    }

    @Override
    public void drain() {
        state.set(NodeState.DRAINING);
    }

    @Override
    public void onDead(Consumer<NodeId> listener) {
        // Nobody is there to die
    }
}
