package io.liaptui.ws.audit;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.ws.ownership.NodeState;
import io.liaptui.ws.ownership.Nodes;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** A registry of nodes that all are ready, as one of them sees it; the test says how well Redis answers it. */
final class Ready implements Nodes {
    private final NodeId me;
    private final Set<NodeId> all;
    int goodRounds = 100;
    NodeState state = NodeState.READY;

    Ready(NodeId me, Set<NodeId> all) {
        this.me = me;
        this.all = all;
    }

    @Override
    public NodeId me() {
        return me;
    }

    @Override
    public NodeState state() {
        return state;
    }

    @Override
    public int goodRounds() {
        return goodRounds;
    }

    @Override
    public boolean isAlive(NodeId node) {
        return all.contains(node);
    }

    @Override
    public Set<NodeId> peers() {
        Set<NodeId> peers = new HashSet<>(all);
        peers.remove(me);
        return peers;
    }

    @Override
    public Map<NodeId, NodeRow> rows() {
        return all.stream()
                .collect(Collectors.toMap(
                        node -> node, node -> new NodeRow(1, "Ready", 1, "test", 1, 1, 0, 2_000, "here")));
    }

    @Override
    public void onDead(Consumer<NodeId> listener) {}
}
