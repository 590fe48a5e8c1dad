package io.liaptui.ws.ownership;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.common.redis.Script;
import io.liaptui.ws.redis.RedisLine;
import io.liaptui.ws.redis.RedisSettings;
import io.liaptui.ws.redis.ScriptRunner;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * The nodes' rows in Redis. A round is one pipeline on a connection of its own: the script {@code beat} and {@code PUBSUB
 * NUMSUB}. In cluster mode the count covers one shard's node only: switch the rule that needs it off.
 */
public final class RedisBoard implements NodeBoard, AutoCloseable {
    private final RedisLine line;
    private final ScriptRunner scripts;
    private final NodeSettings settings;

    /** Connects with the first round. */
    public RedisBoard(Vertx vertx, RedisOptions options, RedisSettings redis, NodeSettings settings) {
        this.line = new RedisLine(vertx, options, redis, "nodes");
        this.scripts = new ScriptRunner(line);
        this.settings = settings;
    }

    @Override
    public CompletionStage<Sight> round(NodeId me, NodeRow row, Set<NodeId> listeners) {
        List<NodeId> counted = new ArrayList<>(listeners);
        counted.remove(me);
        counted.add(me);
        Request count = Request.cmd(Command.PUBSUB).arg("NUMSUB");
        counted.forEach(node -> count.arg(RedisKeys.channel(node)));
        // Two calls in a row on one line travel together; a batch would fail as a whole where only the script is
        // unknown
        Future<Response> beat = scripts.send(ScriptRunner.request(
                Script.BEAT,
                List.of(RedisKeys.NODES, RedisKeys.NODES_SEEN),
                List.of(me.value(), row.toJson(), Long.toString(settings.keep().toMillis()))));
        Future<Response> counts = line.send(count);
        return Future.all(beat, counts)
                .map(_ -> new Sight(
                        Long.parseLong(beat.result().get(0).toString()),
                        rows(beat.result().get(1)),
                        subscribers(counted, counts.result())))
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Leave> leave(NodeId me) {
        return scripts.send(ScriptRunner.request(
                        Script.LEAVE,
                        List.of(RedisKeys.NODES, RedisKeys.NODES_SEEN, RedisKeys.NODES_LEFT),
                        List.of(
                                me.value(),
                                Long.toString(settings.leaveEvery().toMillis()),
                                Long.toString(settings.seenWithin().toMillis()))))
                .map(RedisBoard::leave)
                .toCompletionStage();
    }

    @Override
    public void close() {
        line.close();
    }

    private static Leave leave(Response answer) {
        return switch (answer.toString()) {
            case "Granted" -> Leave.GRANTED;
            case "TooSoon" -> Leave.TOO_SOON;
            case "Last" -> Leave.LAST;
            default -> throw new IllegalStateException("not an answer of leave.lua: " + answer);
        };
    }

    private static Map<NodeId, NodeRow> rows(Response flat) {
        Map<NodeId, NodeRow> rows = new HashMap<>();
        for (int i = 0; i + 1 < flat.size(); i += 2) {
            rows.put(new NodeId(flat.get(i).toString()), row(flat.get(i + 1).toString()));
        }
        return rows;
    }

    /** A row that a release wrote which I cannot read still shows by its changes that the node lives. */
    private static NodeRow row(String text) {
        try {
            return NodeRow.fromJson(text);
        } catch (IllegalArgumentException e) {
            return new NodeRow(text.hashCode(), "", 0, "", 0, 0, 0, 0, "");
        }
    }

    /** The answer is name, count, name, count, in the order asked for. */
    private static Map<NodeId, Integer> subscribers(List<NodeId> counted, Response flat) {
        Map<NodeId, Integer> subscribers = new HashMap<>();
        for (int i = 0; i < counted.size(); i++) {
            subscribers.put(counted.get(i), flat.get(2 * i + 1).toInteger());
        }
        return subscribers;
    }
}
