package io.liaptui.ws.limits;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How many of something each key has at the moment, such as an address its sockets or rooms. Threading: any thread. */
public final class KeyedCounts<K> {
    private final Map<K, Integer> counts = new ConcurrentHashMap<>();

    /** One more; {@link #remove} must follow once. */
    public void add(K key) {
        counts.merge(key, 1, Integer::sum);
    }

    /**
     * One more, unless there are enough: judged and counted in one step.
     *
     * @param most 0 for no limit
     * @return false if there are as many already; nothing was counted then
     */
    public boolean addUpTo(K key, int most) {
        boolean[] added = new boolean[1];
        counts.compute(key, (_, count) -> {
            int before = count == null ? 0 : count;
            added[0] = most == 0 || before < most;
            return added[0] ? Integer.valueOf(before + 1) : count;
        });
        return added[0];
    }

    public void remove(K key) {
        counts.computeIfPresent(key, (_, count) -> count == 1 ? null : count - 1);
    }

    public int of(K key) {
        return counts.getOrDefault(key, 0);
    }
}
