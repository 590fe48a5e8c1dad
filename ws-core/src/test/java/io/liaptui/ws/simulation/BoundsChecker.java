package io.liaptui.ws.simulation;

import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.measure.Measures;
import java.util.HashMap;
import java.util.Map;

/**
 * Invariant 10, its first half: what waits is bounded. A room keeps as many inputs as its mailbox has places and as many
 * again; two nodes have no more messages on the way than one burst of all that a few sockets may ask for.
 */
final class BoundsChecker implements Measures {
    private static final String NAME = "10 (queues are bounded)";
    private static final int INPUTS = 512;
    private static final int ON_THE_WAY = 1_000;

    private final Map<String, Integer> onTheWay = new HashMap<>();
    private final Verdict verdict;

    BoundsChecker(Verdict verdict) {
        this.verdict = verdict;
    }

    /** A message is on its way. */
    void leaves(NodeId from, NodeId to) {
        int now = onTheWay.merge(from.value() + '>' + to.value(), 1, Integer::sum);
        if (now > ON_THE_WAY) {
            verdict.fail(new Violation(NAME, "%d messages are on the way from %s to %s".formatted(now, from, to)));
        }
    }

    /** Kept rather than thrown: the room that is told of it would take the exception for a defect of its own. */
    @Override
    public void mailboxDepth(int depth) {
        if (depth > INPUTS) {
            verdict.fail(new Violation(NAME, depth + " inputs wait in a room"));
        }
    }

    void reaches(NodeId from, NodeId to) {
        onTheWay.merge(from.value() + '>' + to.value(), -1, Integer::sum);
    }
}
