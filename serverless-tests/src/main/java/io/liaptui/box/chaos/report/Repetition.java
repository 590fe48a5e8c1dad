package io.liaptui.box.chaos.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The times of one fault, in nanoseconds. One thread at a time. */
public final class Repetition {
    private final Map<Metric, List<Long>> times = new EnumMap<>(Metric.class);
    private final List<String> notes = new ArrayList<>();

    /** One more time. */
    public void add(Metric metric, long nanos) {
        times.computeIfAbsent(metric, first -> new ArrayList<>()).add(nanos);
    }

    /** Something for people to read, such as which node it was. */
    public void note(String text) {
        notes.add(text);
    }

    /** All times of a kind. */
    public List<Long> times(Metric metric) {
        return times.getOrDefault(metric, List.of());
    }

    /** What was noted. */
    public List<String> notes() {
        return List.copyOf(notes);
    }
}
