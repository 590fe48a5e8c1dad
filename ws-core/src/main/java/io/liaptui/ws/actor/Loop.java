package io.liaptui.ws.actor;

import java.time.Duration;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Does something again and again, with a pause from the begin of one turn to that of the next. The next turn is armed
 * before this one begins, so nothing that a turn throws ends the loop, not even an {@link OutOfMemoryError}; and if arming
 * itself fails, it is tried again after the turn.
 *
 * <p>A process that stood still makes up for nothing: when it wakes, one turn is due, however many it missed. Turns in a
 * burst would make a node judge at the moment it wakes. Threading: that of the timers, one turn at a time unless a turn
 * takes longer than the pause and the timers have several threads.
 */
public final class Loop {
    private static final Logger LOG = Logger.getLogger(Loop.class);

    private final Timers timers;
    private final Duration pause;
    private final Runnable turn;
    private volatile Timers.@Nullable Alarm next;
    private volatile boolean ended;

    /**
     * @param turn must not block
     */
    public Loop(Timers timers, Duration pause, Runnable turn) {
        this.timers = timers;
        this.pause = pause;
        this.turn = turn;
    }

    /** The first turn comes now, within this call. */
    public void start() {
        run();
    }

    /** The first turn comes later. */
    public void startAfter(Duration delay) {
        arm(delay);
    }

    /** No turn begins after this; one may be under way. */
    public void end() {
        ended = true;
        Timers.Alarm armed = next;
        if (armed != null) {
            armed.cancel();
        }
    }

    private void run() {
        if (ended) {
            return;
        }
        boolean armed = arm(pause);
        try {
            turn.run();
        } catch (Throwable failure) {
            report("A turn failed; the next one comes all the same", failure);
        }
        if (!armed) {
            arm(pause);
        }
    }

    private boolean arm(Duration delay) {
        if (ended) {
            return true;
        }
        try {
            next = timers.after(delay, this::run);
            return true;
        } catch (Throwable failure) {
            report("The next turn could not be armed", failure);
            return false;
        }
    }

    /** Where memory is short, saying so may fail as well; the loop matters more. */
    private static void report(String what, Throwable failure) {
        try {
            LOG.error(what, failure);
        } catch (Throwable unsaid) {
            // Nothing is left to say it with
        }
    }
}
