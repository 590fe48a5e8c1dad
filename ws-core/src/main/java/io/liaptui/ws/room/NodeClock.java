package io.liaptui.ws.room;

import io.liaptui.ws.actor.Loop;
import io.liaptui.ws.actor.Timers;
import java.time.Duration;

/**
 * The time that passes for the rooms of this node: a process that stood still (a pause of the collector, a stopped
 * container) counts at most 200 ms of it, however long it was (docs/ownership.md 10). Threading: any thread.
 */
final class NodeClock {
    private static final Duration TURN = Duration.ofMillis(100);
    private static final long MOST = 200;

    private final Timers timers;
    private volatile Turn last;

    /** @param counted until the moment {@code at} of the timers */
    private record Turn(long at, long counted) {}

    NodeClock(Timers timers) {
        this.timers = timers;
        this.last = new Turn(timers.now(), 0);
        new Loop(timers, TURN, this::turn).startAfter(TURN);
    }

    /** Milliseconds; only differences mean something. Never falls. */
    long now() {
        return counted(timers.now());
    }

    private void turn() {
        long at = timers.now();
        last = new Turn(at, counted(at));
    }

    private long counted(long at) {
        Turn turn = last;
        return turn.counted() + Math.min(MOST, at - turn.at());
    }
}
