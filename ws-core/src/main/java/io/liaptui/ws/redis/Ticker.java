package io.liaptui.ws.redis;

import io.vertx.core.Vertx;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Does something again and again, with at least a pause between two turns. Vert.x' own periodic timer makes up for turns
 * that were missed while the process stood still: rounds in a burst would make a node judge at the moment it wakes.
 *
 * <p>Threading: turns run on an event loop, one at a time.
 */
public final class Ticker implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Ticker.class);

    private final Vertx vertx;
    private final Duration pause;
    private final Runnable turn;
    private boolean running;
    private long timer;

    public Ticker(Vertx vertx, Duration pause, Runnable turn) {
        this.vertx = vertx;
        this.pause = pause;
        this.turn = turn;
    }

    /** The first turn comes at once. */
    public synchronized void start() {
        if (!running) {
            running = true;
            timer = vertx.setTimer(1, _ -> tick());
        }
    }

    /** No turn begins after this; one may be under way. */
    @Override
    public synchronized void close() {
        running = false;
        vertx.cancelTimer(timer);
    }

    private void tick() {
        try {
            turn.run();
        } catch (RuntimeException e) {
            LOG.error("A turn failed; the next one comes all the same", e);
        } finally {
            again();
        }
    }

    private synchronized void again() {
        if (running) {
            timer = vertx.setTimer(Math.max(1, pause.toMillis()), _ -> tick());
        }
    }
}
