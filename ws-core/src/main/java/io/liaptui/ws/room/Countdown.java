package io.liaptui.ws.room;

import io.liaptui.ws.actor.Timers;
import java.time.Duration;

/**
 * An alarm that was set, and when it rings.
 *
 * @param endsAt milliseconds of its timers
 */
record Countdown(long endsAt, Timers.Alarm alarm) {
    static Countdown start(Timers timers, Duration time, Runnable task) {
        return new Countdown(timers.now() + time.toMillis(), timers.after(time, task));
    }

    /** Milliseconds until it rings; 0 if it did. */
    long left(Timers timers) {
        return Math.max(0, endsAt - timers.now());
    }

    /** Has no effect if it rang already. */
    void cancel() {
        alarm.cancel();
    }
}
