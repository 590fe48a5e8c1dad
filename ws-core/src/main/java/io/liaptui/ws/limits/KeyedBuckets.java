package io.liaptui.ws.limits;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A token bucket for each key, such as a client's address: it outlives the connection that used it. A bucket that is full again
 * is as good as none and is dropped.
 *
 * <p>Full ({@value #MOST} keys, about 2 MB): the key that was unused for longest is forgotten and begins with a full bucket.
 * Nobody is refused for want of memory; who has that many addresses is held by none of their limits. Threading: any thread.
 */
public final class KeyedBuckets<K> {
    static final int MOST = 10_000;

    private final Map<K, TokenBucket> buckets = new LinkedHashMap<>(16, 0.75f, true);
    private final Rate rate;

    public KeyedBuckets(Rate rate) {
        this.rate = rate;
    }

    /**
     * Takes a token of this key; false if there is none.
     *
     * @param nowMillis monotonic
     */
    public synchronized boolean take(K key, long nowMillis) {
        if (rate.unlimited()) {
            return true;
        }
        TokenBucket bucket = buckets.get(key);
        if (bucket == null) {
            makeRoom(nowMillis);
            bucket = new TokenBucket(rate, nowMillis);
            buckets.put(key, bucket);
        }
        return bucket.take(nowMillis);
    }

    /** Until this key has a token; 0 if it has one now. */
    public synchronized long waitMillis(K key, long nowMillis) {
        TokenBucket bucket = buckets.get(key);
        return bucket == null ? 0 : bucket.waitMillis(nowMillis);
    }

    /** How many keys are remembered. */
    public synchronized int size() {
        return buckets.size();
    }

    /** Two go for each that comes, so that what is forgotten does not wait for the map to be full. */
    private void makeRoom(long nowMillis) {
        Iterator<TokenBucket> unused = buckets.values().iterator();
        for (int i = 0; i < 2 && unused.hasNext(); i++) {
            if (unused.next().isFull(nowMillis) || buckets.size() >= MOST) {
                unused.remove();
            }
        }
    }
}
