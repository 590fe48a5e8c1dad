package io.liaptui.box.front;

import java.time.Duration;

/**
 * Turns the times of the rules file into what timers take.
 *
 * @param scale from {@link FrontDoorOptions#timeScale}
 */
record Times(double scale) {
    /** How long a load balancer waits for a target to accept a connection. */
    private static final Duration CONNECT = Duration.ofSeconds(10);

    /** How long a request may take to be there. A load balancer waits for its idle timeout, but not for byte after byte. */
    private static final Duration REQUEST = Duration.ofSeconds(10);

    /** How long one side of a WebSocket may leave unread what fills its socket: as long as a node waits for it. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private static final int LEAST_MARGIN_MILLIS = 100;

    /** At least 1. */
    int millis(Duration time) {
        return (int) Math.clamp(Math.round(time.toMillis() * scale), 1L, Integer.MAX_VALUE / 2);
    }

    int connectMillis() {
        return millis(CONNECT);
    }

    int requestMillis() {
        return millis(REQUEST);
    }

    int patienceMillis() {
        return millis(PATIENCE);
    }

    /** A little more than towards the target, so that a 504 still finds its connection open. */
    int frontIdleMillis(Duration idle) {
        int millis = millis(idle);
        return millis + Math.max(LEAST_MARGIN_MILLIS, millis / 20);
    }
}
