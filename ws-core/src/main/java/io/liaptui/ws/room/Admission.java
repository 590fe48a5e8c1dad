package io.liaptui.ws.room;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.common.room.RoomStatus;
import io.liaptui.ws.ownership.NodeState;
import io.liaptui.ws.ownership.Nodes;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Whether one more room may be made. Rooms that are being made count as if they were there, so that no burst slips
 * through; what other nodes have is known as of their last beat. Threading: any thread.
 */
final class Admission {
    private final Nodes nodes;
    private final RoomRegistry registry;
    private final RoomSettings.Limits limits;
    private final Map<String, Integer> making = new HashMap<>();
    private int underWay;

    Admission(Nodes nodes, RoomRegistry registry, RoomSettings.Limits limits) {
        this.nodes = nodes;
        this.registry = registry;
        this.limits = limits;
    }

    /**
     * Reserves a place; {@link #end} must follow once if this is empty.
     *
     * @param maker digest of who wants it; empty if unknown, then it is nobody's
     * @return why not, if not
     */
    synchronized Optional<Creation> begin(String maker) {
        Collection<Room> rooms = registry.running().values();
        if (isFull(rooms.size())) {
            return Optional.of(Creation.FULL);
        }
        if (limits.perAddress() > 0 && !maker.isEmpty() && made(rooms, maker) >= limits.perAddress()) {
            return Optional.of(Creation.TOO_MANY);
        }
        making.merge(maker, 1, Integer::sum);
        underWay++;
        return Optional.empty();
    }

    /** The room is there, or will not be. */
    synchronized void end(String maker) {
        making.computeIfPresent(maker, (_, count) -> count == 1 ? null : count - 1);
        underWay--;
    }

    /** Is there no place for one more room on any node? */
    synchronized boolean isFull() {
        return isFull(registry.running().size());
    }

    /** Has this node more than it should have, so that another one should take a new room? */
    boolean isCrowded() {
        NodeRow mine = nodes.rows().get(nodes.me());
        return mine != null && registry.running().size() > mine.capacity();
    }

    /** Nodes that go still have rooms, but take none. Before the first beat nobody knows. */
    private boolean isFull(int here) {
        Map<NodeId, NodeRow> rows = nodes.rows();
        if (!rows.containsKey(nodes.me())) {
            return false;
        }
        long rooms = here + underWay;
        long places = 0;
        for (var row : rows.entrySet()) {
            boolean mine = row.getKey().equals(nodes.me());
            rooms += mine ? 0 : row.getValue().rooms();
            // My own row is that of my last beat
            boolean ready = mine
                    ? nodes.state() == NodeState.READY
                    : row.getValue().state().equals(NodeState.READY.text());
            places += ready ? row.getValue().capacity() : 0;
        }
        return rooms >= places || (limits.fleet() > 0 && rooms >= limits.fleet());
    }

    private long made(Collection<Room> rooms, String maker) {
        return making.getOrDefault(maker, 0)
                + rooms.stream()
                        .filter(room -> maker.equals(room.maker()) && isInUse(room))
                        .count();
    }

    private static boolean isInUse(Room room) {
        RoomStatus status = room.memory().room().status();
        return status == RoomStatus.OPEN || status == RoomStatus.RUNNING;
    }
}
