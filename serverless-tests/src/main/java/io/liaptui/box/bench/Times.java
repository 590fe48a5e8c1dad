package io.liaptui.box.bench;

import java.util.Collection;
import java.util.Locale;

/**
 * How times are spread, in milliseconds with fractions; the nearest rank, so that each number was really seen.
 *
 * @param count of times
 */
record Times(int count, double p50, double p95, double p99, double max) {
    private static final double NANOS = 1e6;

    static Times of(Collection<Long> nanos) {
        long[] sorted = nanos.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Times(sorted.length, rank(sorted, 0.50), rank(sorted, 0.95), rank(sorted, 0.99), rank(sorted, 1));
    }

    private static double rank(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)] / NANOS;
    }

    String text() {
        return String.format(Locale.ROOT, "p50 %.1f  p95 %.1f  p99 %.1f  max %.1f ms", p50, p95, p99, max);
    }
}
