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
 * @param claimed how many rooms stand in its set: at least those it owns
 */
record FleetNode(NodeId id, NodeRow row, long silence, Optional<NodeStats> stats, long claimed) {
    /** A node beats every 250 ms, and its peers give it up after at most 2.5 s. */
    private static final long DEAD = 3_000;
    /** So long it is worth a word that a node vanished, even if its rooms have all been taken over. */
    private static final long FORGOTTEN = 10_000;

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

    /** Rooms that it left and nobody has taken over yet: those who take one over take it out of the set. */
    long orphans() {
        return isAlive() ? 0 : claimed;
    }
}
