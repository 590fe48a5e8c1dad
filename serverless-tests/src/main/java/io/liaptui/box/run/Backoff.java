package io.liaptui.box.run;

import java.time.Duration;

/** How long to wait before a process is started again: twice as long each time, unless it lived for a while. One thread. */
final class Backoff {
    static final Duration FIRST = Duration.ofSeconds(1);
    static final Duration MOST = Duration.ofSeconds(30);

    /** Whoever lived this long did not fail because of how it was started. */
    static final Duration LIVED = Duration.ofSeconds(60);

    private Duration next = FIRST;

    /**
     * The wait after one more end.
     *
     * @param lived how long the process served; zero if it never did
     */
    Duration after(Duration lived) {
        Duration wait = lived.compareTo(LIVED) >= 0 ? FIRST : next;
        Duration doubled = wait.multipliedBy(2);
        next = doubled.compareTo(MOST) < 0 ? doubled : MOST;
        return wait;
    }
}
