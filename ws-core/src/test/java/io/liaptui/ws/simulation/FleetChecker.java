package io.liaptui.ws.simulation;

import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.ownership.NodeState;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Invariant 14: the fleet does not end itself. A node leaves by its own verdict only while another one serves that nobody
 * has told to go, and of the whole fleet one in half a minute.
 */
final class FleetChecker {
    private static final String NAME = "14 (the fleet does not end itself)";
    private static final long MILLI = 1_000;
    /** Between two grants, less what the answers may take. */
    private static final long BETWEEN = 29_000 * MILLI;
    /** A node whose row was written and read so long ago may be gone by now: a second and what an answer may take. */
    private static final long NOT_SEEN = 1_600 * MILLI;

    private final Scheduler scheduler;
    private final RedisServer redis;
    private final Verdict verdict;
    private final Map<NodeId, Long> served = new HashMap<>();
    private long left = -BETWEEN;
    private long life;

    FleetChecker(Scheduler scheduler, RedisServer redis, Verdict verdict) {
        this.scheduler = scheduler;
        this.redis = redis;
        this.verdict = verdict;
    }

    /** Something ends this process, or tells it to go. */
    void struck(Cluster.Life life) {
        if (serves(life)) {
            served.put(life.id(), scheduler.now());
        }
    }

    /** A node leaves by its own verdict; it is still ready. */
    void leaves(Cluster.Life leaving, List<Cluster.Life> all) {
        long now = scheduler.now();
        // What Redis forgot nobody can keep to
        boolean forgotten = life != redis.life();
        life = redis.life();
        if (now - left < BETWEEN && !forgotten) {
            verdict.fail(new Violation(
                    NAME, "%s leaves %d ms after another one did".formatted(leaving.id(), (now - left) / MILLI)));
        }
        left = now;
        boolean othersServe = all.stream().anyMatch(life -> !life.id().equals(leaving.id()) && serves(life));
        boolean othersDid = served.values().stream().anyMatch(when -> now - when <= NOT_SEEN);
        if (!othersServe && !othersDid) {
            verdict.fail(new Violation(
                    NAME,
                    "%s leaves, and there is only %s"
                            .formatted(
                                    leaving.id(),
                                    all.stream()
                                            .map(life -> life.id() + " "
                                                    + life.host().state() + " "
                                                    + life.registry().state())
                                            .toList())));
        }
    }

    private static boolean serves(Cluster.Life life) {
        return life.host().state() != Host.State.DEAD && life.registry().state() == NodeState.READY;
    }
}
