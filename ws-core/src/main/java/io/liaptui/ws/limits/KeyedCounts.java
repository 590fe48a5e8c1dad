package io.liaptui.ws.limits;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many of something each key has at the moment, such as an address its sockets. Threading: any thread. */
public final class KeyedCounts<K> {
    private final Map<K, Integer> counts = new ConcurrentHashMap<>();

    /** One more; {@link #remove} must follow once. */
    public void add(K key) {
        counts.merge(key, 1, Integer::sum);
    }

    public void remove(K key) {
        counts.computeIfPresent(key, (_, count) -> count == 1 ? null : count - 1);
    }

    public int of(K key) {
        return counts.getOrDefault(key, 0);
    }
}
