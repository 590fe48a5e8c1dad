package io.liaptui.ws.ownership;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.common.redis.Script;
import io.liaptui.ws.redis.RedisLine;
import io.liaptui.ws.redis.RedisSettings;
import io.liaptui.ws.redis.ScriptRunner;
import io.liaptui.ws.redis.Ticker;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Response;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;

/**
 * The nodes as their rows in Redis show them. Each round is one call of the script {@code beat}: it writes my row and
 * answers all rows, which {@link PeerWatch} judges.
 */
public final class RedisNodes implements Nodes, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RedisNodes.class);
    private static final long FAREWELL_MILLIS = 500;

    private final NodeSettings settings;
    private final NodeId me;
    private final Supplier<NodeRow> row;
    private final BooleanSupplier echoHeard;
    private final RedisLine line;
    private final ScriptRunner scripts;
    private final PeerWatch watch;
    private final Ticker rounds;
    private final List<Consumer<NodeId>> listeners = new CopyOnWriteArrayList<>();
    private NodeState state = NodeState.STARTING;
    private long beat;
    private long round;

    /**
     * @param me new at every process start: {@link #newId}
     * @param row what this node says of itself; beat and state are filled in here
     * @param echoHeard whether the relay hears this node's own echo; without it the node does not become ready
     */
    public RedisNodes(
            Vertx vertx,
            RedisOptions options,
            RedisSettings redis,
            NodeSettings settings,
            NodeId me,
            Supplier<NodeRow> row,
            BooleanSupplier echoHeard) {
        this.settings = settings;
        this.me = me;
        this.row = row;
        this.echoHeard = echoHeard;
        this.line = new RedisLine(vertx, options, redis, "nodes");
        this.scripts = new ScriptRunner(line);
        this.watch = new PeerWatch(me, settings);
        this.rounds = new Ticker(vertx, settings.round(), this::round);
    }

    /** The id of one life of a node: its name and 48 random bits. Characters no id may have become {@code -}. */
    public static NodeId newId(String name, RandomGenerator random) {
        byte[] bits = new byte[6];
        random.nextBytes(bits);
        String tame = name.replaceAll("[^A-Za-z0-9-]", "-");
        return new NodeId(tame.substring(0, Math.min(tame.length(), 51)) + "-"
                + HexFormat.of().formatHex(bits));
    }

    /** Begins the rounds. */
    public void start() {
        rounds.start();
    }

    @Override
    public NodeId me() {
        return me;
    }

    @Override
    public synchronized NodeState state() {
        return state;
    }

    @Override
    public synchronized int goodRounds() {
        return watch.goodRounds(System.nanoTime());
    }

    @Override
    public synchronized boolean isAlive(NodeId node) {
        return watch.isAlive(node, System.nanoTime());
    }

    @Override
    public synchronized Set<NodeId> peers() {
        return watch.ready();
    }

    @Override
    public void onDead(Consumer<NodeId> listener) {
        listeners.add(listener);
    }

    /**
     * Ends the rounds and says so in the row, so that peers need not wait. Waits up to 500 ms for that, unless on an
     * event loop.
     */
    @Override
    public void close() {
        Future<Response> farewell;
        synchronized (this) {
            if (state == NodeState.GONE) {
                return;
            }
            rounds.close();
            state = NodeState.GONE;
            farewell = beat();
        }
        try {
            if (!Context.isOnEventLoopThread()) {
                farewell.toCompletionStage().toCompletableFuture().get(FAREWELL_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (ExecutionException | TimeoutException e) {
            LOG.warnf("Could not say in Redis that %s goes; peers will notice by its beat", me);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        line.close();
    }

    private void round() {
        long number;
        Future<Response> answer;
        synchronized (this) {
            if (state == NodeState.GONE || watch.mayStillAnswer(System.nanoTime())) {
                return;
            }
            number = ++round;
            watch.begin(System.nanoTime());
            answer = beat();
        }
        answer.onSuccess(rows -> answered(number, rows)).onFailure(_ -> failed(number));
    }

    private void answered(long number, Response rows) {
        List<NodeId> died;
        synchronized (this) {
            if (number != round || state == NodeState.GONE) {
                return;
            }
            long now = System.nanoTime();
            died = watch.answered(now, rows(rows));
            if (state == NodeState.STARTING
                    && watch.goodRounds(now) >= settings.readyAfter()
                    && echoHeard.getAsBoolean()) {
                state = NodeState.READY;
                LOG.infof("Node %s is ready", me);
            }
        }
        for (NodeId dead : died) {
            LOG.warnf("Node %s is dead: its beat stands still", dead);
            listeners.forEach(listener -> listener.accept(dead));
        }
    }

    private synchronized void failed(long number) {
        if (number == round) {
            watch.failed();
        }
    }

    private Future<Response> beat() {
        NodeRow said = row.get();
        NodeRow mine = new NodeRow(
                ++beat,
                state.text(),
                said.generation(),
                said.build(),
                said.reads(),
                said.relay(),
                said.rooms(),
                said.capacity(),
                said.addr());
        return scripts.send(ScriptRunner.request(
                Script.BEAT,
                List.of(RedisKeys.NODES, RedisKeys.NODES_SEEN),
                List.of(me.value(), mine.toJson(), Long.toString(settings.keep().toMillis()))));
    }

    private static Map<NodeId, NodeRow> rows(Response answer) {
        Map<NodeId, NodeRow> rows = new HashMap<>();
        for (int i = 0; i + 1 < answer.size(); i += 2) {
            rows.put(new NodeId(answer.get(i).toString()), row(answer.get(i + 1).toString()));
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
}
