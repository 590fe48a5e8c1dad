package io.liaptui.ws.departure;

import io.liaptui.common.protocol.CloseCode;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.ownership.Nodes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Closes the sockets of a node that has been without Redis for long: perhaps another node is better off. Each is closed
 * once, with 1013, spread over some time; nothing more is closed once Redis is back. The node itself stays, and stays
 * healthy: should Redis be away for all, replacing every node would help nobody. Threading: any thread.
 */
public final class IsolatedSockets {
    private static final Duration STEP = Duration.ofMillis(250);

    private final Sockets sockets;
    private final Timers timers;
    private final Duration after;
    private final Duration over;
    private final AtomicInteger isolations = new AtomicInteger();

    /**
     * @param after from the begin of the isolation
     * @param over how long the closing takes
     */
    public IsolatedSockets(Sockets sockets, Timers timers, Duration after, Duration over) {
        this.sockets = sockets;
        this.timers = timers;
        this.after = after;
        this.over = over;
    }

    public void watch(Nodes nodes) {
        nodes.onIsolated(isolated -> {
            int number = isolations.incrementAndGet();
            if (isolated) {
                timers.after(after, () -> begin(number));
            }
        });
    }

    private void begin(int number) {
        Queue<Sockets.Socket> open = new ArrayDeque<>(sockets.open());
        int steps = (int) Math.max(1, over.dividedBy(STEP));
        closeSome(number, open, Math.ceilDiv(open.size(), steps));
    }

    private void closeSome(int number, Queue<Sockets.Socket> open, int some) {
        if (isolations.get() != number) {
            return;
        }
        for (int i = 0; i < some && !open.isEmpty(); i++) {
            open.remove().close(CloseCode.TRY_LATER, "this node cannot reach its store, please come back");
        }
        if (!open.isEmpty()) {
            timers.after(STEP, () -> closeSome(number, open, some));
        }
    }
}
