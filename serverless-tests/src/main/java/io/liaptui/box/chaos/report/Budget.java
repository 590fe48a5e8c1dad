package io.liaptui.box.chaos.report;

import java.util.Locale;

/**
 * How long something may take (docs/ownership.md 13 and 16). Missing it is marked and fails nothing: a loaded
 * machine is slow, but it loses nothing.
 */
public record Budget(Metric metric, Level level, long millis) {
    /** Which number is meant. */
    public enum Level {
        P50,
        P99,
        MAX
    }

    /** At the middle. */
    public static Budget p50(Metric metric, long millis) {
        return new Budget(metric, Level.P50, millis);
    }

    /** For all but one of a hundred. */
    public static Budget p99(Metric metric, long millis) {
        return new Budget(metric, Level.P99, millis);
    }

    /** For every one. */
    public static Budget max(Metric metric, long millis) {
        return new Budget(metric, Level.MAX, millis);
    }

    /** Whether these times keep it; no times keep it. */
    public boolean kept(Spread spread) {
        return spread.at(level) <= millis;
    }

    /** For people, as {@code p99 <= 1000 ms}. */
    public String text() {
        return level.name().toLowerCase(Locale.ROOT) + " <= " + millis + " ms";
    }
}
