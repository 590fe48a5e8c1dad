package io.liaptui.api.fleet;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.common.redis.NodeStats;
import java.util.Optional;

/**
 * One node as Redis knows it.
 *
 * @param silence milliseconds since its last beat, by Redis' clock alone
 * @param stats empty if it wrote none in the last 10 s
 */
record FleetNode(NodeId id, NodeRow row, long silence, Optional<NodeStats> stats) {
    /** A node beats every 250 ms, and its peers give it up after at most 2.5 s. */
    private static final long DEAD = 3_000;
    /** So long a node that vanished counts as a loss; afterwards its place has been filled or given up. */
    private static final long FORGOTTEN = 60_000;

    boolean isAlive() {
        return silence <= DEAD && !row.state().equals("Gone");
    }

    /** Takes players and rooms. */
    boolean isReady() {
        return isAlive() && row.state().equals("Ready");
    }

    /** Vanished a short while ago without a good-bye. */
    boolean isLost() {
        return silence > DEAD && silence <= FORGOTTEN && !row.state().equals("Gone");
    }
}
