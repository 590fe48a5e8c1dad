package io.liaptui.ws.testkit;

import io.liaptui.ws.actor.Timers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The timers of one process that may stand still (SIGSTOP) or be killed. What falls due while it stands runs when it
 * wakes; its clock goes on, as a real one does.
 */
public final class PausableTimers implements Timers {
    private final Timers world;
    private final List<Runnable> held = new ArrayList<>();
    private boolean paused;
    private boolean dead;

    public PausableTimers(Timers world) {
        this.world = world;
    }

    public void pause() {
        paused = true;
    }

    public void wake() {
        paused = false;
        List<Runnable> due = List.copyOf(held);
        held.clear();
        due.forEach(this::run);
    }

    /** Nothing runs any more. */
    public void kill() {
        dead = true;
        held.clear();
    }

    @Override
    public Alarm after(Duration delay, Runnable task) {
        boolean[] cancelled = new boolean[1];
        Alarm alarm = world.after(
                delay,
                () -> run(() -> {
                    if (!cancelled[0]) {
                        task.run();
                    }
                }));
        return () -> {
            cancelled[0] = true;
            alarm.cancel();
        };
    }

    @Override
    public long now() {
        return world.now();
    }

    private void run(Runnable task) {
        if (paused) {
            held.add(task);
        } else if (!dead) {
            task.run();
        }
    }
}
