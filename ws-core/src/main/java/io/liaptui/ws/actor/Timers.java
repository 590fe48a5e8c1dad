package io.liaptui.ws.actor;

import java.time.Duration;

/** Runs something later. Tests have one that is turned by hand. Threading: any thread. */
public interface Timers {
    /**
     * @param task must not block; usually it puts something into a mailbox
     */
    Alarm after(Duration delay, Runnable task);

    /** Monotonic milliseconds; only differences mean something. */
    long now();

    /** Something that was to be run. */
    interface Alarm {
        /** Has no effect if it ran already. */
        void cancel();
    }
}
