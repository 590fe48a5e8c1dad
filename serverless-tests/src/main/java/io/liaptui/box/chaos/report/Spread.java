package io.liaptui.box.chaos.report;

import java.util.Collection;

/**
 * How times are spread, in whole milliseconds.
 *
 * @param count of times
 */
public record Spread(int count, long p50, long p95, long p99, long max) {
    private static final double NANOS = 1e6;

    /** Of nanoseconds; the nearest rank, so that each number was really seen. All zero if there are none. */
    public static Spread of(Collection<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Spread(sorted.length, rank(sorted, 0.50), rank(sorted, 0.95), rank(sorted, 0.99), rank(sorted, 1));
    }

    private static long rank(long[] sorted, double share) {
        if (sorted.length == 0) {
            return 0;
        }
        int index = Math.max(0, (int) Math.ceil(share * sorted.length) - 1);
        return Math.round(sorted[index] / NANOS);
    }

    /** The number of a level. */
    public long at(Budget.Level level) {
        return switch (level) {
            case P50 -> p50;
            case P99 -> p99;
            case MAX -> max;
        };
    }
}
