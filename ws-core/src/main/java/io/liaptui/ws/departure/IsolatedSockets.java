package io.liaptui.ws.departure;

import io.liaptui.common.protocol.CloseCode;
import io.liaptui.ws.actor.Loop;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.ownership.Nodes;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/**
 * Closes the sockets of a node that has been without Redis for long, if another node is better off. Each is closed once,
 * with 1013, spread over some time; nothing more is closed once Redis is back. The node itself stays, and stays healthy.
 *
 * <p>That this node is without Redis may be true of all at once. Then every player of the service would be sent away, and
 * nobody would let them in: they stay instead, with their games paused, and this node asks again. Threading: any thread.
 */
public final class IsolatedSockets {
    private static final Logger LOG = Logger.getLogger(IsolatedSockets.class);
    private static final Duration ASK_AGAIN = Duration.ofSeconds(5);
    private static final Duration STEP = Duration.ofMillis(250);

    private final Sockets sockets;
    private final Elsewhere elsewhere;
    private final Timers timers;
    private final Duration after;
    private final Duration over;
    private final AtomicInteger isolations = new AtomicInteger();

    /**
     * @param after from the begin of the isolation
     * @param over how long the closing takes
     */
    public IsolatedSockets(Sockets sockets, Elsewhere elsewhere, Timers timers, Duration after, Duration over) {
        this.sockets = sockets;
        this.elsewhere = elsewhere;
        this.timers = timers;
        this.after = after;
        this.over = over;
    }

    public void watch(Nodes nodes) {
        nodes.onIsolated(isolated -> {
            int number = isolations.incrementAndGet();
            if (isolated) {
                new Look(number).loop.startAfter(after);
            }
        });
    }

    /** Looks around in one isolation, until it is over or another node is better off. */
    private final class Look {
        private final AtomicBoolean told = new AtomicBoolean();
        private final AtomicBoolean begun = new AtomicBoolean();
        private final int number;
        private final Loop loop;

        Look(int number) {
            this.number = number;
            this.loop = new Loop(timers, ASK_AGAIN, this::look);
        }

        private void look() {
            if (isolations.get() != number) {
                loop.end();
                return;
            }
            elsewhere.takesPlayers().whenComplete((better, failure) -> {
                if (isolations.get() != number) {
                    return;
                }
                if (Boolean.TRUE.equals(better) && begun.compareAndSet(false, true)) {
                    loop.end();
                    begin(number);
                } else if (!begun.get() && told.compareAndSet(false, true)) {
                    LOG.errorf(
                            "ALARM this node has been without Redis for long, and no other node is known to be better off:"
                                    + " its %d sockets stay, their games are paused",
                            sockets.open().size());
                }
            });
        }
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
        // First: one socket that cannot be closed must not keep the others here
        if (open.size() > some) {
            timers.after(STEP, () -> closeSome(number, open, some));
        }
        for (int i = 0; i < some && !open.isEmpty(); i++) {
            open.remove().close(CloseCode.TRY_LATER, "this node cannot reach its store, please come back");
        }
    }
}
