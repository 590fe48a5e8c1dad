package io.liaptui.ws.socket;

/** So much a second, saved up for at most five; full at first. One thread at a time. */
final class Budget {
    private static final int SECONDS = 5;
    private static final double NANOS = 1e9;

    private final int perSecond;
    private double left;
    private long at;

    /** @param now monotonic nanoseconds */
    Budget(int perSecond, long now) {
        this.perSecond = perSecond;
        this.left = (double) perSecond * SECONDS;
        this.at = now;
    }

    /** Spends this amount; false if there is not so much left. */
    boolean spend(int amount, long now) {
        left = Math.min((double) perSecond * SECONDS, left + (now - at) / NANOS * perSecond);
        at = now;
        if (left < amount) {
            return false;
        }
        left -= amount;
        return true;
    }
}
