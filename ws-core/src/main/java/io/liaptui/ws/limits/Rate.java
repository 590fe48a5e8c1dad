package io.liaptui.ws.limits;

/**
 * How often something may happen: so many at once, and one more each {@code eachNanos}.
 *
 * @param burst at least 1, may have a fraction; 0 for no limit
 * @param eachNanos from one to the next when it goes on for long, rounded up: never more often than asked for
 */
public record Rate(double burst, long eachNanos) {
    /** As often as one likes. */
    public static final Rate NONE = new Rate(0, 0);

    private static final double MINUTE_NANOS = 60e9;

    public Rate {
        if (eachNanos < 0 || burst < 1 && eachNanos > 0) {
            throw new IllegalArgumentException("no rate: " + burst + ", " + eachNanos);
        }
    }

    /**
     * @param perMinute may be below 1; 0 for no limit
     * @param burstSeconds so long nothing happened, and what was saved may be used at once; at least one always may
     * @throws IllegalArgumentException if it is negative
     */
    public static Rate of(double perMinute, int burstSeconds) {
        if (!(perMinute >= 0)) {
            throw new IllegalArgumentException("must be 0 (no limit) or more a minute, not " + perMinute);
        }
        return perMinute == 0
                ? NONE
                : new Rate(Math.max(1, perMinute * burstSeconds / 60), (long) Math.ceil(MINUTE_NANOS / perMinute));
    }

    /** A minute's worth may be used at once. */
    public static Rate perMinute(double count) {
        return of(count, 60);
    }

    /** Five seconds' worth may be used at once. */
    public static Rate perSecond(int count) {
        return of(60.0 * count, 5);
    }

    public boolean unlimited() {
        return eachNanos == 0;
    }
}
