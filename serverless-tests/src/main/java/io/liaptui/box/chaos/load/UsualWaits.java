package io.liaptui.box.chaos.load;

import java.util.Arrays;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long the server's own timers last, learnt while nothing is wrong: so a timer that is late can be told from one that
 * is long. The median of the last waits of a kind. Thread-safe.
 */
final class UsualWaits {
    private static final int KEPT = 200;
    private static final int ENOUGH = 20;

    private static final class Waits {
        private final long[] nanos = new long[KEPT];
        private int count;

        synchronized void add(long wait) {
            nanos[count++ % KEPT] = wait;
        }

        synchronized OptionalLong median() {
            if (count < ENOUGH) {
                return OptionalLong.empty();
            }
            long[] sorted = Arrays.copyOf(nanos, Math.min(count, KEPT));
            Arrays.sort(sorted);
            return OptionalLong.of(sorted[sorted.length / 2]);
        }
    }

    private final Map<Object, Waits> byKind = new ConcurrentHashMap<>();

    void add(Object kind, long nanos) {
        byKind.computeIfAbsent(kind, first -> new Waits()).add(nanos);
    }

    /** Nanoseconds; empty until enough of a kind were seen. */
    OptionalLong of(Object kind) {
        Waits waits = byKind.get(kind);
        return waits == null ? OptionalLong.empty() : waits.median();
    }
}
