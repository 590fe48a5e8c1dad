package io.liaptui.box.run;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What has to be undone when the box ends, newest first. May be closed from another thread in the middle of a start:
 * what is added after that is undone at once. Closing returns when all is undone, also for a second caller.
 */
public final class Undo implements AutoCloseable {
    /** One thing to undo. */
    @FunctionalInterface
    public interface Step {
        void run() throws Exception;
    }

    private final Progress progress;
    private final Deque<Step> steps = new ArrayDeque<>();
    private volatile boolean closed;

    public Undo(Progress progress) {
        this.progress = progress;
    }

    /** Whether the end has begun. */
    public boolean closed() {
        return closed;
    }

    /** Adds a step, or runs it at once if the end has begun. */
    public void add(Step step) {
        synchronized (steps) {
            if (!closed) {
                steps.push(step);
                return;
            }
        }
        attempt(step);
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            while (true) {
                Step step;
                synchronized (steps) {
                    step = steps.poll();
                }
                if (step == null) {
                    return;
                }
                attempt(step);
            }
        }
    }

    private void attempt(Step step) {
        try {
            step.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            // The steps after it matter as much
            progress.say("While stopping: " + e);
        }
    }
}
