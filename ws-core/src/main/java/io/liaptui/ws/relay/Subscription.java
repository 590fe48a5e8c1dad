package io.liaptui.ws.relay;

import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Listens to one channel, and subscribes again, with growing pauses, whenever the connection ends: Redis never does so by
 * itself. What was published in between is lost. Callbacks run on an event loop.
 */
final class Subscription implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Subscription.class);

    private final Vertx vertx;
    private final RedisOptions options;
    private final RelaySettings settings;
    private final String channel;
    private final Consumer<byte[]> onMessage;
    private final Runnable onSubscribed;
    private @Nullable Redis client;
    private @Nullable Long since;
    private long pause;
    private boolean closed;

    /**
     * @param onSubscribed runs each time the server has confirmed the subscription
     */
    Subscription(
            Vertx vertx,
            RedisOptions options,
            RelaySettings settings,
            String channel,
            Consumer<byte[]> onMessage,
            Runnable onSubscribed) {
        this.vertx = vertx;
        this.options = new RedisOptions(options).setMaxPoolSize(1);
        this.settings = settings;
        this.channel = channel;
        this.onMessage = onMessage;
        this.onSubscribed = onSubscribed;
        this.pause = settings.firstSubscribe().toMillis();
    }

    /** Subscribes, in place of the subscription there is. */
    synchronized void renew() {
        if (closed) {
            return;
        }
        drop();
        Redis begun = Redis.createClient(vertx, options);
        client = begun;
        begun.connect()
                .onSuccess(connection -> subscribe(begun, connection))
                .onFailure(error -> ended(begun, error.getMessage()));
    }

    /** How long it has lasted, nanoseconds; 0 while there is none. */
    synchronized long age() {
        return since == null ? 0 : System.nanoTime() - since;
    }

    @Override
    public synchronized void close() {
        closed = true;
        drop();
    }

    private void subscribe(Redis on, RedisConnection connection) {
        connection.exceptionHandler(error -> ended(on, error.getMessage()));
        connection.endHandler(_ -> ended(on, "closed by the server"));
        connection.handler(this::take);
        connection.send(Request.cmd(Command.SUBSCRIBE).arg(channel)).onFailure(error -> ended(on, error.getMessage()));
    }

    private void take(Response push) {
        String kind = push.size() > 0 ? String.valueOf(push.get(0)) : "";
        if (kind.equals("message") && push.size() > 2) {
            onMessage.accept(push.get(2).toBytes());
        } else if (kind.equals("subscribe")) {
            synchronized (this) {
                pause = settings.firstSubscribe().toMillis();
                since = System.nanoTime();
            }
            onSubscribed.run();
        }
    }

    private synchronized void ended(Redis which, @Nullable String reason) {
        if (which != client || closed) {
            return;
        }
        drop();
        LOG.debugf("Lost the subscription of %s: %s", channel, reason);
        long jittered = (long) (pause * ThreadLocalRandom.current().nextDouble(0.75, 1.25));
        pause = Math.min(2 * pause, settings.longestSubscribe().toMillis());
        vertx.setTimer(Math.max(1, jittered), _ -> renewIfGone());
    }

    private synchronized void renewIfGone() {
        if (client == null) {
            renew();
        }
    }

    private void drop() {
        Redis last = client;
        client = null;
        since = null;
        if (last != null) {
            last.close();
        }
    }
}
