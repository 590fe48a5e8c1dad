package io.liaptui.ws.testkit;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.ws.ownership.NodeState;
import io.liaptui.ws.ownership.Nodes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.function.ToIntFunction;

/** A registry whose facts the test sets. */
final class TestNodes implements Nodes {
    private final NodeId me;
    private final Set<NodeId> alive;
    private final ToIntFunction<NodeId> rooms;
    private final IntSupplier capacity;
    private final List<Consumer<NodeId>> listeners = new ArrayList<>();
    private final List<Consumer<Boolean>> isolation = new ArrayList<>();
    private int goodRounds = 100;
    private boolean isolated;
    private boolean draining;

    /**
     * @param rooms how many a node has
     * @param capacity of every node
     */
    TestNodes(NodeId me, Set<NodeId> alive, ToIntFunction<NodeId> rooms, IntSupplier capacity) {
        this.me = me;
        this.alive = alive;
        this.rooms = rooms;
        this.capacity = capacity;
    }

    void died(NodeId node) {
        listeners.forEach(listener -> listener.accept(node));
    }

    void rounds(int good) {
        goodRounds = good;
    }

    void isolate(boolean now) {
        isolated = now;
        isolation.forEach(listener -> listener.accept(now));
    }

    @Override
    public void drain() {
        draining = true;
    }

    @Override
    public boolean isIsolated() {
        return isolated;
    }

    @Override
    public void onIsolated(Consumer<Boolean> listener) {
        isolation.add(listener);
    }

    @Override
    public NodeId me() {
        return me;
    }

    @Override
    public NodeState state() {
        return draining ? NodeState.DRAINING : NodeState.READY;
    }

    @Override
    public int goodRounds() {
        return goodRounds;
    }

    @Override
    public boolean isAlive(NodeId node) {
        return alive.contains(node);
    }

    @Override
    public Set<NodeId> peers() {
        Set<NodeId> peers = new HashSet<>(alive);
        peers.remove(me);
        return peers;
    }

    @Override
    public Map<NodeId, NodeRow> rows() {
        Map<NodeId, NodeRow> rows = new HashMap<>();
        alive.forEach(node -> rows.put(
                node, new NodeRow(1, "Ready", 1, "test", 1, 1, rooms.applyAsInt(node), capacity.getAsInt(), "here")));
        return rows;
    }

    @Override
    public void onDead(Consumer<NodeId> listener) {
        listeners.add(listener);
    }
}
