package io.liaptui.ws.ownership;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.ws.actor.Loop;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.measure.Measures;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * This node's life and its view of its peers, a round at a time: it writes its row on a {@link NodeBoard}, and what the
 * board shows is judged by {@link PeerWatch}.
 *
 * <p>A process that stood still makes up for no rounds ({@link Loop}): in a burst they would let it judge at the moment it
 * wakes. Threading: any thread; listeners are called on threads of the
 * timers or the board, without a lock.
 */
public final class Registry implements Nodes {
    private static final Logger LOG = Logger.getLogger(Registry.class);

    private final NodeId me;
    private final NodeBoard board;
    private final Timers timers;
    private final NodeSettings settings;
    private final Supplier<NodeRow> row;
    private final Hearing hearing;
    private final PeerWatch watch;
    private final Silence silence;
    private final List<Consumer<NodeId>> deaths = new CopyOnWriteArrayList<>();
    private final List<Consumer<Boolean>> isolations = new CopyOnWriteArrayList<>();
    private final List<Runnable> deafness = new CopyOnWriteArrayList<>();
    private final OwnVerdict verdict;
    private final Loop loop;
    private volatile long turned;
    private volatile boolean turns;
    private NodeState state = NodeState.STARTING;
    private @Nullable NodeRow said;
    private long beat;
    private long round;
    private long started;

    /**
     * @param me new at every process start: {@link #newId}
     * @param row what this node says of itself; beat, state and start are filled in here
     * @param hearing whether the relay hears this node's own echo; without it the node does not become ready
     */
    public Registry(
            NodeId me,
            NodeBoard board,
            Timers timers,
            NodeSettings settings,
            Supplier<NodeRow> row,
            Hearing hearing,
            Measures measures) {
        this.me = me;
        this.board = board;
        this.timers = timers;
        this.settings = settings;
        this.row = row;
        this.hearing = hearing;
        this.watch = new PeerWatch(me, settings);
        this.silence = new Silence(settings);
        this.verdict = new OwnVerdict(me, board, measures, timers, settings);
        this.loop = new Loop(timers, settings.round(), this::turn);
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
        turned = timers.now();
        turns = true;
        loop.start();
    }

    /** Ends the rounds, and says {@code Gone} in the row. */
    @Override
    public CompletionStage<?> leave() {
        NodeRow mine = row.get();
        synchronized (this) {
            if (state == NodeState.GONE) {
                return CompletableFuture.completedStage(null);
            }
            state = NodeState.GONE;
            turns = false;
            loop.end();
            return board.round(me, fill(mine), Set.of());
        }
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
        return watch.goodRounds(timers.now());
    }

    @Override
    public synchronized boolean isAlive(NodeId node) {
        return watch.isAlive(node, timers.now());
    }

    @Override
    public synchronized Set<NodeId> peers() {
        return watch.ready();
    }

    @Override
    public synchronized Map<NodeId, NodeRow> rows() {
        Map<NodeId, NodeRow> rows = new HashMap<>(watch.alive());
        if (said != null) {
            rows.put(me, said);
        }
        return rows;
    }

    @Override
    public synchronized Map<NodeId, NodeRow> lastSeen() {
        return watch.lastSeen();
    }

    @Override
    public synchronized void drain() {
        if (state == NodeState.STARTING || state == NodeState.READY) {
            state = NodeState.DRAINING;
            LOG.infof("Node %s drains", me);
        }
    }

    @Override
    public synchronized boolean isIsolated() {
        return silence.isIsolated();
    }

    @Override
    public Duration sinceTurn() {
        return turns ? Duration.ofMillis(timers.now() - turned) : Duration.ZERO;
    }

    @Override
    public void onDead(Consumer<NodeId> listener) {
        deaths.add(listener);
    }

    @Override
    public void onIsolated(Consumer<Boolean> listener) {
        isolations.add(listener);
    }

    @Override
    public void onDeaf(Runnable listener) {
        deafness.add(listener);
    }

    /** Only a turn that came to its end counts: a loop whose every turn fails does nothing, however often it turns. */
    private void turn() {
        round();
        turned = timers.now();
    }

    private void round() {
        NodeRow mine = row.get();
        boolean isolated;
        long number = 0;
        CompletionStage<NodeBoard.Sight> sight = null;
        synchronized (this) {
            if (state == NodeState.GONE) {
                return;
            }
            long now = timers.now();
            isolated = silence.turn(now) && state != NodeState.STARTING && silence.isolate();
            if (!watch.mayStillAnswer(now)) {
                number = ++round;
                watch.begin(now);
                sight = board.round(me, fill(mine), watch.known());
            }
        }
        if (isolated) {
            LOG.warnf("Node %s is isolated: no good round for %s", me, settings.isolatedAfter());
            isolations.forEach(listener -> listener.accept(true));
        }
        if (sight != null) {
            long asked = number;
            sight.whenComplete((seen, failure) -> {
                try {
                    if (failure == null) {
                        answered(asked, seen);
                    } else {
                        failed(asked);
                    }
                } catch (Throwable e) {
                    // Else it would end in a stage that nobody asks
                    LOG.error("What a round showed was not understood; the next one comes all the same", e);
                }
            });
        }
    }

    private void answered(long number, NodeBoard.Sight seen) {
        List<NodeId> died;
        boolean back;
        boolean deaf;
        boolean heard;
        synchronized (this) {
            if (number != round || state == NodeState.GONE) {
                return;
            }
            long now = timers.now();
            started = started == 0 ? seen.time() : started;
            died = watch.answered(now, seen, hearing.subscribedFor());
            int good = watch.goodRounds(now);
            heard = hearing.isHeard();
            back = good > 0 && silence.good(now, heard, good);
            deaf = good > 0 && state == NodeState.READY && silence.turnsDeaf();
            if (state == NodeState.STARTING && good >= settings.readyAfter() && heard) {
                state = NodeState.READY;
                LOG.infof("Node %s is ready", me);
            }
        }
        if (back) {
            LOG.infof("Node %s is not isolated any more", me);
            isolations.forEach(listener -> listener.accept(false));
        }
        for (NodeId dead : died) {
            LOG.warnf("Node %s is dead", dead);
            deaths.forEach(listener -> listener.accept(dead));
        }
        if (heard) {
            verdict.over();
        }
        if (deaf) {
            verdict.reached(
                    "has not heard its own echo for " + settings.deafAfter() + " of good rounds",
                    () -> deafness.forEach(Runnable::run));
        }
    }

    private synchronized void failed(long number) {
        if (number == round) {
            watch.failed();
        }
    }

    private NodeRow fill(NodeRow mine) {
        NodeRow filled = mine.at(++beat, state.text(), started);
        said = filled;
        return filled;
    }
}
