package io.liaptui.ws.stats;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.MinutePoint;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.common.redis.NodeStats;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.common.redis.Script;
import io.liaptui.ws.ownership.NodeState;
import io.liaptui.ws.ownership.Nodes;
import io.liaptui.ws.redis.RedisLine;
import io.liaptui.ws.redis.RedisSettings;
import io.liaptui.ws.redis.ScriptRunner;
import io.liaptui.ws.redis.Ticker;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Writes one point a minute for the whole fleet, without a leader: every ready node looks now and then whether the
 * minute, by Redis' clock, has its point, and writes it if not. The point's id is the minute, so of two that write at once
 * one is refused. A minute in which no node is ready has none.
 *
 * <p>Threading: an event loop. What cannot be read or written is left to the next look, here or at another node.
 */
public final class MinuteWriter implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(MinuteWriter.class);
    private static final long MINUTE = 60_000;

    private final StatsSettings settings;
    private final Nodes nodes;
    private final RedisLine line;
    private final ScriptRunner scripts;
    private final Ticker ticker;

    public MinuteWriter(Vertx vertx, RedisOptions options, RedisSettings redis, StatsSettings settings, Nodes nodes) {
        if (settings.keep().toMillis() < MINUTE) {
            throw new IllegalArgumentException("LIAP_STATS_KEEP must be at least one minute, not " + settings.keep());
        }
        this.settings = settings;
        this.nodes = nodes;
        this.line = new RedisLine(vertx, options, redis, "minute");
        this.scripts = new ScriptRunner(line);
        this.ticker = new Ticker(vertx, settings.look(), this::look);
    }

    public void start() {
        ticker.start();
    }

    @Override
    public void close() {
        ticker.close();
        line.close();
    }

    /** Done when this look is; fails if Redis does not answer. */
    Future<?> look() {
        if (!nodes.takesPlayers()) {
            return Future.succeededFuture();
        }
        Request newest = Request.cmd(Command.XREVRANGE)
                .arg(RedisKeys.MINUTES)
                .arg("+")
                .arg("-")
                .arg("COUNT")
                .arg(1);
        return line.batch(List.of(Request.cmd(Command.TIME), newest))
                .compose(answers -> isMissing(answers) ? figures().compose(this::write) : Future.succeededFuture())
                .onFailure(error -> LOG.debugf("No point of this minute yet: %s", error.getMessage()));
    }

    private static boolean isMissing(List<Response> answers) {
        long now = answers.get(0).get(0).toLong() * 1000;
        Response newest = answers.get(1);
        if (newest.size() == 0) {
            return true;
        }
        String id = newest.get(0).get(0).toString();
        return Long.parseLong(id.substring(0, id.indexOf('-'))) < now / MINUTE * MINUTE;
    }

    private Future<MinutePoint> figures() {
        Map<NodeId, NodeRow> rows = nodes.rows();
        int ready = (int) rows.values().stream()
                .filter(row -> row.state().equals(NodeState.READY.text()))
                .count();
        List<Request> gets = rows.keySet().stream()
                .map(node -> Request.cmd(Command.GET).arg(RedisKeys.stats(node)))
                .toList();
        if (gets.isEmpty()) {
            return Future.succeededFuture(MinutePoint.of(ready, List.of()));
        }
        return line.batch(gets).map(answers -> MinutePoint.of(ready, read(answers)));
    }

    private static List<NodeStats> read(List<Response> answers) {
        List<NodeStats> figures = new ArrayList<>();
        for (Response answer : answers) {
            if (answer != null) {
                try {
                    figures.add(NodeStats.fromJson(answer.toString()));
                } catch (IllegalArgumentException e) {
                    LOG.debugf("Figures left out: %s", e.getMessage());
                }
            }
        }
        return figures;
    }

    private Future<Response> write(MinutePoint point) {
        List<String> arguments = new ArrayList<>();
        arguments.add(Long.toString(settings.keep().toMillis() / MINUTE));
        point.fields().forEach((name, value) -> {
            arguments.add(name);
            arguments.add(value);
        });
        return scripts.send(ScriptRunner.request(Script.MINUTE, List.of(RedisKeys.MINUTES), arguments));
    }
}
