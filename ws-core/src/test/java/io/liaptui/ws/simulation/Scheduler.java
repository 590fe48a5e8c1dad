package io.liaptui.ws.simulation;

import java.time.Instant;
import java.time.InstantSource;
import java.util.PriorityQueue;

/** The one clock and the one queue of a simulation, in microseconds. What is due at the same moment comes in drawn order. */
final class Scheduler implements InstantSource {
    private static final long START_MILLIS = 1_750_000_000_000L;

    /** Far more than a run of this size can need. */
    private static final long MOST_EVENTS = 2_000_000;

    private final PriorityQueue<Event> queue = new PriorityQueue<>(256);
    private final Dice dice;
    private final Verdict verdict;
    private long now;
    private long order;
    private long events;

    private record Event(long at, long tie, long order, Runnable task) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            if (at != other.at) {
                return at < other.at ? -1 : 1;
            }
            return tie != other.tie ? Long.compare(tie, other.tie) : Long.compare(order, other.order);
        }
    }

    Scheduler(Dice dice, Verdict verdict) {
        this.verdict = verdict;
        this.dice = dice;
    }

    /** Runs then, in the order of these calls if several have the same time. */
    void at(long time, Runnable task) {
        queue.add(new Event(Math.max(now, time), 0, order++, task));
    }

    void after(long micros, Runnable task) {
        at(now + micros, task);
    }

    /** Runs now, before or after whatever else is to run now: as the threads of a pool would. */
    void soon(Runnable task) {
        queue.add(new Event(now, dice.between(0L, Long.MAX_VALUE - 1), order++, task));
    }

    long now() {
        return now;
    }

    long events() {
        return events;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(START_MILLIS + now / 1000);
    }

    /** Runs everything due until then, unless the run has failed. */
    void runUntil(long time) {
        for (Event next = queue.peek(); next != null && next.at() <= time && !verdict.isFailed(); next = queue.peek()) {
            queue.remove();
            now = next.at();
            if (++events > MOST_EVENTS) {
                verdict.fail(new Violation("(nothing runs in circles)", events + " events"));
            }
            try {
                next.task().run();
            } catch (RuntimeException failure) {
                verdict.fail(failure);
            }
        }
        now = time;
    }
}
