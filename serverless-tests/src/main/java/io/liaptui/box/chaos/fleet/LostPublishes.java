package io.liaptui.box.chaos.fleet;

import io.liaptui.box.run.Stages;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** Subscribes to what {@link PublishLoss} sends astray, and counts it. Thread-safe. */
public final class LostPublishes implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final Redis client;
    private final AtomicLong count = new AtomicLong();

    private LostPublishes(Redis client) {
        this.client = client;
    }

    static LostPublishes listen(Vertx vertx, int port) throws InterruptedException {
        Redis client = Redis.createClient(vertx, "redis://127.0.0.1:" + port);
        LostPublishes lost = new LostPublishes(client);
        RedisConnection connection = Stages.await(client.connect().toCompletionStage(), LIMIT);
        connection.handler(message -> {
            if (message != null && message.get(0).toString().equals("pmessage")) {
                lost.count.incrementAndGet();
            }
        });
        Stages.await(
                connection
                        .send(Request.cmd(Command.PSUBSCRIBE).arg(PublishLoss.CHANNELS))
                        .toCompletionStage(),
                LIMIT);
        return lost;
    }

    /** How many publishes reached nobody else. */
    public long count() {
        return count.get();
    }

    @Override
    public void close() {
        client.close();
    }
}
