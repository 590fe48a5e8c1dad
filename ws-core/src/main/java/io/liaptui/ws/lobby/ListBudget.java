package io.liaptui.ws.lobby;

/**
 * How many bytes of lists a node sends: {@value #PER_SECOND} a second, to all its sockets together. It may be overdrawn, for
 * whoever comes first is answered at once; the rest waits until that is made up for, but never for more than {@value
 * #LONGEST_MILLIS} ms. Threading: any thread.
 */
final class ListBudget {
    private static final long PER_SECOND = 4 * 1024 * 1024;
    private static final long LONGEST_MILLIS = 10_000;

    private double ahead;
    private long at;

    /** Milliseconds from now until lists may be sent again to those who have one. */
    synchronized long pause(long now) {
        pass(now);
        return Math.min(LONGEST_MILLIS, (long) Math.ceil(ahead * 1_000 / PER_SECOND));
    }

    synchronized void spend(long bytes, long now) {
        pass(now);
        ahead += bytes;
    }

    private void pass(long now) {
        ahead = Math.min(Math.max(0, ahead - (now - at) * PER_SECOND / 1_000.0), LONGEST_MILLIS * PER_SECOND / 1_000.0);
        at = now;
    }
}
