package io.liaptui.ws.limits;

/**
 * A token bucket, full at first. Kept as the one moment when it is full again (the form of the generic cell rate algorithm), so
 * that no fraction of a token is ever lost or won. A clock that goes back wins nothing. Threading: one thread at a time.
 */
public final class TokenBucket {
    private final Rate rate;
    private long fullAt;

    /**
     * @param nowMillis monotonic; may begin anywhere
     */
    public TokenBucket(Rate rate, long nowMillis) {
        this.rate = rate;
        this.fullAt = nowMillis * 1000;
    }

    /** Takes one token; false if there is none. */
    public boolean take(long nowMillis) {
        if (waitMillis(nowMillis) > 0) {
            return false;
        }
        fullAt = Math.max(fullAt, nowMillis * 1000) + rate.eachMicros();
        return true;
    }

    /** Until there is a token; 0 if there is one now. */
    public long waitMillis(long nowMillis) {
        long saved = (long) ((rate.burst() - 1) * rate.eachMicros());
        return rate.unlimited() ? 0 : Math.max(0, Math.ceilDiv(fullAt - nowMillis * 1000 - saved, 1000));
    }

    /** Is it as good as a new one? */
    boolean isFull(long nowMillis) {
        return fullAt <= nowMillis * 1000;
    }
}
