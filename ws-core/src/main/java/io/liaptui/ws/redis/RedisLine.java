package io.liaptui.ws.redis;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.net.NetClientOptions;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * One pipelined connection that is replaced when it breaks or stands still. Calls are sent in the order in which one
 * thread makes them. Every call ends: with the answer, with {@link NoAnswer} after the deadline at the latest, or with
 * {@link RedisRefusal}. Nothing is repeated here.
 *
 * <p>Bounds: {@link RedisSettings#inFlight} calls; what comes more fails at once with {@link NoAnswer}, unsent. While
 * Redis is away one attempt to connect is made per pause, and calls between them fail at once.
 *
 * <p>Threading: any thread. Futures complete on an event loop, or in the caller's stack if nothing was sent.
 */
public final class RedisLine implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RedisLine.class);
    /** One pipelined batch may hold many commands. */
    private static final int WAITING = 16_384;

    private final Vertx vertx;
    private final RedisOptions options;
    private final RedisSettings settings;
    private final String name;
    private @Nullable Link link;
    private Runnable onLoss = () -> {};
    private boolean closed;
    private int failures;
    private long notBefore = System.nanoTime();

    /**
     * Connects with the first call.
     *
     * @param options where Redis is, and how to log in; pool settings are ignored
     * @param name for the log
     */
    public RedisLine(Vertx vertx, RedisOptions options, RedisSettings settings, String name) {
        this.vertx = vertx;
        this.settings = settings;
        this.name = name;
        this.options = new RedisOptions(options)
                .setMaxPoolSize(1)
                .setMaxWaitingHandlers(Math.max(WAITING, settings.inFlight()))
                .setNetClientOptions(new NetClientOptions(options.getNetClientOptions())
                        .setConnectTimeout((int) settings.deadline().toMillis()));
    }

    /** Runs when a connection ends, and when an attempt to make one fails; on any thread, perhaps within a call. */
    public synchronized void onLoss(Runnable listener) {
        onLoss = listener;
    }

    public Future<Response> send(Request request) {
        return call(connection -> connection.send(request));
    }

    /** One round trip. Fails as a whole if one command is refused, though the others ran. */
    public Future<List<Response>> batch(List<Request> requests) {
        return call(connection -> connection.batch(requests));
    }

    /** Ends the connection; calls without an answer, and all later ones, fail with {@link NoAnswer}. */
    @Override
    public void close() {
        Link last;
        synchronized (this) {
            closed = true;
            last = link;
        }
        if (last != null) {
            last.end("closed");
        }
    }

    private <T> Future<T> call(Function<RedisConnection, Future<T>> call) {
        Link now = link();
        return now == null ? Future.failedFuture(new NoAnswer("Redis is not connected")) : now.call(call);
    }

    private synchronized @Nullable Link link() {
        if (link == null && !closed && System.nanoTime() - notBefore >= 0) {
            Link begun = new Link(vertx, options, settings, this::answered, this::ended);
            link = begun.isOver() ? null : begun;
        }
        return link;
    }

    private synchronized void answered() {
        if (failures > 0) {
            LOG.infof("Redis answers again (%s)", name);
        }
        failures = 0;
    }

    private void ended(String reason) {
        Runnable listener;
        synchronized (this) {
            link = null;
            if (closed) {
                return;
            }
            lost(reason);
            listener = onLoss;
        }
        listener.run();
    }

    private void lost(String reason) {
        if (failures == 0) {
            LOG.warnf("Lost Redis (%s): %s", name, reason);
        }
        // The first attempt follows at once: a server that restarted is back before players notice
        long pause = failures == 0
                ? 0
                : Math.min(settings.longestReconnect().toNanos(), 25_000_000L << Math.min(failures, 6));
        notBefore =
                System.nanoTime() + (long) (pause * ThreadLocalRandom.current().nextDouble(0.75, 1.25));
        failures++;
    }
}
