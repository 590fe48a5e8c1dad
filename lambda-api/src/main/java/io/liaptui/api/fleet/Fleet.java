package io.liaptui.api.fleet;

import io.liaptui.common.redis.NodeStats;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    /** Milliseconds for two trips from which on games stall: appends have a budget of a quarter of a second. */
    static final long SLOW = 250;

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
        nodes.stream().filter(Fleet::isMissing).forEach(node -> reasons.add(missed(node)));
        if (isNearlyFull()) {
            reasons.add("Rooms are nearly full: " + rooms() + " of " + capacity() + ".");
        }
        if (busiest() >= BUSY) {
            reasons.add(String.format(Locale.ROOT, "A node uses %.0f %% of its cores.", 100 * busiest()));
        }
        return reasons;
    }

    /** A node vanished a short while ago, or left rooms that nobody runs. */
    boolean isMissingNodes() {
        return nodes.stream().anyMatch(Fleet::isMissing);
    }

    private static boolean isMissing(FleetNode node) {
        return node.isLost() || node.orphans() > 0;
    }

    boolean isNearlyFull() {
        return capacity() > 0 && rooms() >= BUSY * capacity();
    }

    private long capacity() {
        return ready().mapToLong(node -> node.row().capacity()).sum();
    }

    private long rooms() {
        return ready().mapToLong(node -> node.row().rooms()).sum();
    }

    /** The newest audits found rooms that are listed wrong or run twice. */
    boolean isAuditWrong() {
        return stats().map(NodeStats::recovery).anyMatch(found -> found.ghosts() + found.twins() + found.hidden() > 0);
    }

    /** Redis took so long that games feel it. */
    boolean isSlow() {
        return answer >= SLOW;
    }

    /** Share of the memory of the node that has least left, 0 to 1. */
    double fullestMemory() {
        return stats().filter(stats -> stats.memory() > 0)
                .mapToDouble(stats -> (double) stats.rss() / stats.memory())
                .max()
                .orElse(0);
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
