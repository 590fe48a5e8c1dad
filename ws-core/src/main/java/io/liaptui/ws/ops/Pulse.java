package io.liaptui.ws.ops;

import io.liaptui.ws.ownership.Nodes;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Whether the node's own rounds turn: if not, nothing in it judges, claims or says that it lives, and only a new process
 * helps. Asks nobody, so that an outage of Redis replaces no node.
 *
 * <p>A process that was stopped for long has not turned for long either, but does so as soon as it goes on. That is why a
 * standing loop is given a moment before it is called dead. Threading: any thread that may be blocked.
 */
final class Pulse {
    private static final Duration STEP = Duration.ofMillis(100);
    private static final int STEPS = 10;

    private final Nodes nodes;
    private final Duration stuckAfter;
    private final Consumer<Duration> sleep;

    /**
     * @param stuckAfter without a turn
     */
    Pulse(Nodes nodes, Duration stuckAfter, Consumer<Duration> sleep) {
        this.nodes = nodes;
        this.stuckAfter = stuckAfter;
        this.sleep = sleep;
    }

    /** Blocks for a second at most, and only if the rounds stand. */
    boolean beats() {
        for (int step = 0; stands() && step < STEPS; step++) {
            sleep.accept(STEP);
        }
        return !stands();
    }

    private boolean stands() {
        return nodes.sinceTurn().compareTo(stuckAfter) >= 0;
    }
}
