package io.liaptui.ws.journal;

import io.liaptui.ws.redis.RedisSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * One outage from the first connection that breaks until all of them take writes again, however often they break in
 * between. Broken connections are tried again and again, even if nobody calls, because a node with quiet rooms must learn
 * too that Redis may have lost something.
 *
 * <p>Threading: any thread; listeners run on an event loop.
 */
final class Outages {
    private static final Logger LOG = Logger.getLogger(Outages.class);

    /** Connections to one server break within moments of one another. */
    private static final int SETTLE_MS = 20;

    private final Vertx vertx;
    private final RedisSettings settings;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private final Set<Integer> broken = new HashSet<>();
    private boolean closed;

    Outages(Vertx vertx, RedisSettings settings) {
        this.vertx = vertx;
        this.settings = settings;
    }

    /** Runs at the end of each outage. */
    void onReturn(Runnable listener) {
        listeners.add(listener);
    }

    /**
     * A connection is lost, or could not be made.
     *
     * @param attempt a call that succeeds only if writes are taken
     */
    synchronized void lost(int connection, Supplier<Future<?>> attempt) {
        if (!closed && broken.add(connection)) {
            again(connection, attempt, SETTLE_MS);
        }
    }

    synchronized void close() {
        closed = true;
    }

    private void again(int connection, Supplier<Future<?>> attempt, long pause) {
        vertx.setTimer(pause, _ -> {
            if (!isClosed()) {
                begin(attempt).onComplete(answer -> {
                    if (answer.succeeded()) {
                        answered(connection);
                    } else {
                        again(connection, attempt, settings.firstRepeat().toMillis());
                    }
                });
            }
        });
    }

    /** What cannot even be begun has failed, and is tried again. */
    private static Future<?> begin(Supplier<Future<?>> attempt) {
        try {
            return attempt.get();
        } catch (Throwable failure) {
            return Future.failedFuture(failure);
        }
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private void answered(int connection) {
        synchronized (this) {
            broken.remove(connection);
            if (closed || !broken.isEmpty()) {
                return;
            }
        }
        LOG.info("The journal takes writes again");
        listeners.forEach(Runnable::run);
    }
}
