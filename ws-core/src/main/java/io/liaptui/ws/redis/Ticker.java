package io.liaptui.ws.redis;

import io.liaptui.ws.actor.Loop;
import io.liaptui.ws.actor.Timers;
import io.vertx.core.Vertx;
import java.time.Duration;

/**
 * A {@link Loop} on an event loop. Vert.x' own periodic timer makes up for turns that were missed while the process stood
 * still: rounds in a burst would make a node judge at the moment it wakes.
 *
 * <p>Threading: turns run on one event loop, one at a time.
 */
public final class Ticker implements AutoCloseable {
    private final Loop loop;
    private boolean running;

    public Ticker(Vertx vertx, Duration pause, Runnable turn) {
        this.loop = new Loop(new EventLoopTimers(vertx), pause, turn);
    }

    /** The first turn comes at once. A ticker that was closed does not start again. */
    public synchronized void start() {
        if (!running) {
            running = true;
            loop.startAfter(Duration.ZERO);
        }
    }

    /** No turn begins after this; one may be under way. */
    @Override
    public void close() {
        loop.end();
    }

    private record EventLoopTimers(Vertx vertx) implements Timers {
        @Override
        public Alarm after(Duration delay, Runnable task) {
            long timer = vertx.setTimer(Math.max(1, delay.toMillis()), _ -> task.run());
            return () -> vertx.cancelTimer(timer);
        }

        @Override
        public long now() {
            return System.nanoTime() / 1_000_000;
        }
    }
}
