package io.liaptui.api.fleet;

import io.liaptui.common.redis.NodeStats;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/**
 * All nodes at one moment, and the judgement on them.
 *
 * @param nodes living ones and those whose rows are left, by id
 * @param answer milliseconds that Redis took to tell
 */
record Fleet(List<FleetNode> nodes, long answer) {
    /** Share of the cores, and of the room capacity, from which on an operator should add nodes. */
    private static final double BUSY = 0.9;

    Health.Status status() {
        if (nodes.stream().noneMatch(FleetNode::isReady)) {
            return Health.Status.CRITICAL;
        }
        return reasons().isEmpty() ? Health.Status.HEALTHY : Health.Status.WARNING;
    }

    /** Why it is not healthy, for people. */
    List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        if (nodes.stream().noneMatch(FleetNode::isReady)) {
            reasons.add("No game node is ready.");
        }
        nodes.stream().filter(node -> node.isLost() || node.orphans() > 0).forEach(node -> reasons.add(missed(node)));
        long capacity = ready().mapToLong(node -> node.row().capacity()).sum();
        long rooms = ready().mapToLong(node -> node.row().rooms()).sum();
        if (capacity > 0 && rooms >= BUSY * capacity) {
            reasons.add("Rooms are nearly full: " + rooms + " of " + capacity + ".");
        }
        if (busiest() >= BUSY) {
            reasons.add("A node uses %.0f %% of its cores.".formatted(100 * busiest()));
        }
        return reasons;
    }

    private static String missed(FleetNode node) {
        String rooms = node.orphans() == 0 ? "" : " " + node.orphans() + " of its rooms wait for another node.";
        return "Node " + node.id() + " vanished " + node.silence() / 1000 + " s ago." + rooms;
    }

    /** Load of the busiest node, 0 to 1. */
    double busiest() {
        return stats().mapToDouble(NodeStats::cpu).max().orElse(0);
    }

    long sum(ToLongFunction<NodeStats> figure) {
        return stats().mapToLong(figure).sum();
    }

    /** How long the service has been up: milliseconds of its oldest living node, 0 without one. */
    long uptime() {
        return stats().mapToLong(NodeStats::up).max().orElse(0);
    }

    private Stream<FleetNode> ready() {
        return nodes.stream().filter(FleetNode::isReady);
    }

    private Stream<NodeStats> stats() {
        return nodes.stream().filter(FleetNode::isAlive).map(FleetNode::stats).flatMap(Optional::stream);
    }
}
