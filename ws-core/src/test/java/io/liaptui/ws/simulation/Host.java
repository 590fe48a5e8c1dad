package io.liaptui.ws.simulation;

import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.actor.Timers;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * The process of one node: its threads, timers and clock. While it is paused nothing runs, and then everything at once;
 * when it has crashed nothing runs ever again.
 */
final class Host implements Timers, Executor, InstantSource {
    enum State {
        UP,
        PAUSED,
        DEAD
    }

    /** Who stands for so long has missed its own echoes and subscribes anew. */
    private static final long MISSED_ECHOES = 1_000_000;

    private final NodeId id;
    private final Scheduler scheduler;
    private final long skewMillis;
    private final Queue<Runnable> backlog = new ArrayDeque<>();
    private State state = State.UP;
    private long troubledAt;
    private long stoodSince;
    private long awakeSince;

    /**
     * @param skewMillis how wrong its wall clock is
     */
    Host(NodeId id, Scheduler scheduler, long skewMillis) {
        this.id = id;
        this.scheduler = scheduler;
        this.skewMillis = skewMillis;
    }

    NodeId id() {
        return id;
    }

    State state() {
        return state;
    }

    @Override
    public void execute(Runnable task) {
        if (state != State.DEAD) {
            scheduler.soon(() -> run(task));
        }
    }

    @Override
    public Alarm after(Duration delay, Runnable task) {
        boolean[] cancelled = new boolean[1];
        long micros = Math.max(0, delay.toNanos() / 1000);
        scheduler.after(
                micros,
                () -> run(() -> {
                    if (!cancelled[0]) {
                        task.run();
                    }
                }));
        return () -> cancelled[0] = true;
    }

    /** Something from outside reaches this process: it runs at once, or when the process goes on. */
    void run(Runnable task) {
        switch (state) {
            case UP -> task.run();
            case PAUSED -> backlog.add(task);
            case DEAD -> {}
        }
    }

    void pause() {
        troubled();
        if (state == State.UP) {
            state = State.PAUSED;
            stoodSince = scheduler.now();
        }
    }

    void resume() {
        if (state == State.PAUSED) {
            troubled();
            state = State.UP;
            if (scheduler.now() - stoodSince >= MISSED_ECHOES) {
                awakeSince = scheduler.now();
            }
            for (Runnable task = backlog.poll(); task != null; task = backlog.poll()) {
                Runnable next = task;
                scheduler.at(scheduler.now(), () -> run(next));
            }
        }
    }

    /** Since when it has not stood still for so long that its subscription was made anew, in milliseconds. */
    long awakeSince() {
        return awakeSince / 1000;
    }

    /** Something is wrong with it now. */
    void troubled() {
        troubledAt = scheduler.now();
    }

    /** Whether it has run since then without trouble. */
    boolean isWellSince(long time) {
        return state == State.UP && troubledAt < time;
    }

    void crash() {
        state = State.DEAD;
        backlog.clear();
    }

    @Override
    public long now() {
        return scheduler.now() / 1000;
    }

    @Override
    public Instant instant() {
        return scheduler.instant().plusMillis(skewMillis);
    }
}
