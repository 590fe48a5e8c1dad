package io.liaptui.box.redis;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Asks a Redis whether it is there, by a real command on a new connection. */
public final class RedisProbe {
    private RedisProbe() {}

    /**
     * PING. The future fails with the server's or the network's own words: nobody listens, wrong password, still
     * loading, no answer in time.
     *
     * @param url {@code redis://[user:password@]host:port}, or {@code rediss://}
     */
    public static Future<Void> ping(Vertx vertx, String url, Duration limit) {
        Redis client;
        try {
            client = Redis.createClient(vertx, url);
        } catch (RuntimeException e) {
            return Future.failedFuture(e);
        }
        return client.connect()
                .compose(connection -> connection.send(Request.cmd(Command.PING)))
                .timeout(limit.toMillis(), TimeUnit.MILLISECONDS)
                .onComplete(done -> client.close())
                .mapEmpty();
    }
}
