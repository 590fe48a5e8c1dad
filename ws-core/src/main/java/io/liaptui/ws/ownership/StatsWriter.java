package io.liaptui.ws.ownership;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.NodeStats;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.ws.redis.RedisLine;
import io.liaptui.ws.redis.RedisSettings;
import io.liaptui.ws.redis.Ticker;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Writes this node's numbers for the REST API. What cannot be written is left out; the next ones come soon. */
public final class StatsWriter implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(StatsWriter.class);

    private final NodeSettings settings;
    private final NodeId me;
    private final Supplier<NodeStats> stats;
    private final RedisLine line;
    private final Ticker ticker;

    /**
     * @param stats called on an event loop, so it must not block
     */
    public StatsWriter(
            Vertx vertx,
            RedisOptions options,
            RedisSettings redis,
            NodeSettings settings,
            NodeId me,
            Supplier<NodeStats> stats) {
        this.settings = settings;
        this.me = me;
        this.stats = stats;
        this.line = new RedisLine(vertx, options, redis, "stats");
        this.ticker = new Ticker(vertx, settings.statsEvery(), this::write);
    }

    public void start() {
        ticker.start();
    }

    @Override
    public void close() {
        ticker.close();
        line.close();
    }

    private void write() {
        Request request = Request.cmd(Command.SET)
                .arg(RedisKeys.stats(me))
                .arg(stats.get().toJson())
                .arg("PX")
                .arg(settings.statsLive().toMillis());
        line.send(request)
                .onFailure(error -> LOG.debugf("The node's numbers were not written: %s", error.getMessage()));
    }
}
