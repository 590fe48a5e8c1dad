package io.liaptui.ws.actor;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Real time, on one thread of its own. */
public final class SystemTimers implements Timers, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(SystemTimers.class);

    private final ScheduledExecutorService wheel = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "timers");
        thread.setDaemon(true);
        return thread;
    });

    @Override
    public Alarm after(Duration delay, Runnable task) {
        Future<?> future = wheel.schedule(() -> run(task), delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    @Override
    public long now() {
        return System.nanoTime() / 1_000_000;
    }

    @Override
    public void close() {
        wheel.shutdownNow();
    }

    private static void run(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            // Else it would end in a future that nobody asks
            LOG.error("a timer failed", e);
        }
    }
}
