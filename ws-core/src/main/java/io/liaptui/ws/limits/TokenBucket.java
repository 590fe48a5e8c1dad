package io.liaptui.ws.limits;

/**
 * A token bucket, full at first. Kept as the one moment when it is full again (the form of the generic cell rate algorithm), so
 * that no fraction of a token is ever lost or won. A clock that goes back wins nothing. Threading: one thread at a time.
 */
public final class TokenBucket {
    private static final long MILLI = 1_000_000;

    private final Rate rate;
    private long fullAt;

    /**
     * @param nowMillis monotonic; may begin anywhere
     */
    public TokenBucket(Rate rate, long nowMillis) {
        this.rate = rate;
        this.fullAt = nowMillis * MILLI;
    }

    /** Takes one token; false if there is none. */
    public boolean take(long nowMillis) {
        return take(1, nowMillis);
    }

    /** Takes so many tokens; none, and false, if there are not as many. */
    public boolean take(int count, long nowMillis) {
        if (waitMillis(count, nowMillis) > 0) {
            return false;
        }
        fullAt = Math.max(fullAt, nowMillis * MILLI) + count * rate.eachNanos();
        return true;
    }

    /** Until there is a token; 0 if there is one now. */
    public long waitMillis(long nowMillis) {
        return waitMillis(1, nowMillis);
    }

    private long waitMillis(int count, long nowMillis) {
        long saved = (long) ((rate.burst() - count) * rate.eachNanos());
        long empty = Math.max(0, fullAt - nowMillis * MILLI);
        return rate.unlimited() ? 0 : Math.max(0, Math.ceilDiv(empty - saved, MILLI));
    }

    /** Is it as good as a new one? */
    boolean isFull(long nowMillis) {
        return fullAt <= nowMillis * MILLI;
    }
}
