package io.liaptui.ws.departure;

import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.ownership.Drain;
import io.liaptui.ws.ownership.Nodes;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * How a node goes: its lobby sockets, its rooms, its other sockets, its row, the process. Rooms go before the sockets in
 * them, so that whoever comes back finds his room running. Begins once, whoever asks how often.
 *
 * <p>With hand-over off it does what servers usually do: closes all sockets and goes, and the rooms are found as after a
 * crash.
 */
public final class Departure {
    private static final Logger LOG = Logger.getLogger(Departure.class);
    private static final Duration LAST_WORDS = Duration.ofMillis(500);

    /** What a drain of many rooms takes. Should rooms be stuck, our own client need not wait for them. */
    private static final Duration ROOMS_FIRST = Duration.ofSeconds(10);

    private final AtomicBoolean begun = new AtomicBoolean();
    private final AtomicBoolean left = new AtomicBoolean();
    private final Nodes nodes;
    private final Drain drain;
    private final Farewell farewell;
    private final Timers timers;
    private final boolean handover;
    private final Runnable exit;

    /**
     * @param exit ends the process; the last thing that happens
     */
    public Departure(Nodes nodes, Drain drain, Farewell farewell, Timers timers, boolean handover, Runnable exit) {
        this.nodes = nodes;
        this.drain = drain;
        this.farewell = farewell;
        this.timers = timers;
        this.handover = handover;
        this.exit = exit;
    }

    /** Returns at once. A second call changes nothing. */
    public void begin() {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        if (!handover) {
            timers.after(LAST_WORDS, this::leave);
            farewell.atOnce();
            return;
        }
        // First of all, so that nobody is let in any more
        CompletionStage<Void> rooms = drain.begin();
        CompletionStage<Void> lobby = farewell.lobby();
        timers.after(ROOMS_FIRST, farewell::early);
        rooms.thenCompose(_ -> farewell.everybody())
                .thenCombine(lobby, (_, done) -> done)
                .whenComplete((_, failure) -> {
                    if (failure != null) {
                        LOG.error("the farewell failed; the node goes all the same", failure);
                    }
                    leave();
                });
    }

    /** The row is a courtesy: without it peers notice by the beat. */
    private void leave() {
        timers.after(LAST_WORDS, this::exit);
        nodes.leave().whenComplete((_, failure) -> {
            if (failure != null) {
                LOG.warnf("Could not say in Redis that %s goes; peers will notice by its beat", nodes.me());
            }
            exit();
        });
    }

    private void exit() {
        if (left.compareAndSet(false, true)) {
            LOG.infof("Node %s is gone", nodes.me());
            exit.run();
        }
    }
}
