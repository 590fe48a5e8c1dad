package io.liaptui.ws.room;

import io.liaptui.ws.actor.Timers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * The time of one room: it stands while the room waits for the journal or moves, so that an outage consumes nobody's
 * time. What comes due meanwhile rings late by the pause, never early. Threading: the room's thread; only the wake-up of a
 * bell comes from elsewhere, as an input.
 */
final class RoomClock implements Timers {
    private final NodeClock node;
    private final Timers timers;
    private final Consumer<Bell> wake;
    private final List<Bell> missed = new ArrayList<>();
    private boolean stands;
    private long stoodSince;
    private long stood;

    /**
     * @param wake gets a bell that may be due to {@link Bell#ring} on the room's thread
     */
    RoomClock(NodeClock node, Timers timers, Consumer<Bell> wake) {
        this.node = node;
        this.timers = timers;
        this.wake = wake;
    }

    @Override
    public long now() {
        return (stands ? stoodSince : node.now()) - stood;
    }

    @Override
    public Alarm after(Duration delay, Runnable task) {
        Bell bell = new Bell(now() + delay.toMillis(), task);
        bell.arm();
        return bell;
    }

    /** Stops the clock, or lets it go on. */
    void stand(boolean still) {
        if (still == stands) {
            return;
        }
        stands = still;
        if (still) {
            stoodSince = node.now();
        } else {
            stood += node.now() - stoodSince;
            List<Bell> late = List.copyOf(missed);
            missed.clear();
            late.forEach(Bell::arm);
        }
    }

    /** Something that is due at a moment of this clock. */
    final class Bell implements Alarm {
        private final long due;
        private final Runnable task;
        private Alarm real = () -> {};
        private boolean over;

        private Bell(long due, Runnable task) {
            this.due = due;
            this.task = task;
        }

        /** Runs the task if its time has come here, too; else waits on. */
        void ring() {
            if (over) {
                return;
            }
            if (stands) {
                missed.add(this);
            } else if (now() < due) {
                arm();
            } else {
                over = true;
                task.run();
            }
        }

        @Override
        public void cancel() {
            over = true;
            real.cancel();
        }

        private void arm() {
            real = timers.after(Duration.ofMillis(Math.max(0, due - now())), () -> wake.accept(this));
        }
    }
}
