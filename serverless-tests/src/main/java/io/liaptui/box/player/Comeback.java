package io.liaptui.box.player;

import java.util.concurrent.ThreadLocalRandom;

/** When to connect again: as the existing client does (protocol, section 11.1), or when the server said. One thread. */
final class Comeback {
    private static final double FIRST_MILLIS = 1_000;
    private static final long RETRY_MILLIS = 250;
    private static final int MOST_DOUBLINGS = 3;
    private static final long UNTOLD = -1;

    private long told = UNTOLD;
    private int refusals;

    /** {@code server_shutdown} named a delay, in seconds. */
    void told(double seconds) {
        told = Math.round(seconds * 1_000);
    }

    /** Milliseconds to wait after a socket was lost. */
    long afterLoss() {
        long wait = told == UNTOLD
                ? Math.round(FIRST_MILLIS * ThreadLocalRandom.current().nextDouble(0.9, 1.1))
                : Math.max(1, told);
        told = UNTOLD;
        return wait;
    }

    /** Milliseconds to wait after a socket could not be opened. */
    long afterRefusal() {
        return RETRY_MILLIS << Math.min(refusals++, MOST_DOUBLINGS);
    }

    void succeeded() {
        refusals = 0;
    }
}
