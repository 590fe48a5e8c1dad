package io.liaptui.ws.testkit;

import io.liaptui.ws.actor.Timers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;

/** Time and threads of a whole cluster in one test thread: nothing happens but what the test turns the clock for. */
public final class VirtualTime implements Timers, InstantSource, Executor {
    private static final long START = 1_750_000_000_000L;

    private final Queue<Runnable> ready = new ArrayDeque<>();
    private final PriorityQueue<Due> due =
            new PriorityQueue<>(Comparator.comparingLong(Due::at).thenComparingLong(Due::order));
    private long now;
    private long order;

    private record Due(long at, long order, Runnable task, boolean[] cancelled) {}

    @Override
    public void execute(Runnable task) {
        ready.add(task);
    }

    @Override
    public Alarm after(Duration delay, Runnable task) {
        boolean[] cancelled = new boolean[1];
        due.add(new Due(now + Math.max(0, delay.toMillis()), order++, task, cancelled));
        return () -> cancelled[0] = true;
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public Instant instant() {
        return Instant.ofEpochMilli(START + now);
    }

    /** Runs everything that needs no time to pass. */
    public void settle() {
        for (Runnable task = ready.poll(); task != null; task = ready.poll()) {
            task.run();
        }
    }

    /** Lets time pass, with all that falls due. */
    public void pass(Duration duration) {
        long end = now + duration.toMillis();
        passUntil(() -> false, end);
        now = end;
    }

    /** Lets time pass until something is so; false if it is not within the limit. */
    public boolean passUntil(BooleanSupplier condition, Duration limit) {
        return passUntil(condition, now + limit.toMillis());
    }

    private boolean passUntil(BooleanSupplier condition, long end) {
        settle();
        while (!condition.getAsBoolean()) {
            Due next = due.peek();
            if (next == null || next.at() > end) {
                return false;
            }
            due.remove();
            now = Math.max(now, next.at());
            if (!next.cancelled()[0]) {
                next.task().run();
            }
            settle();
        }
        return true;
    }
}
