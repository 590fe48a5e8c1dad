package io.liaptui.ws.simulation;

import io.liaptui.common.games.GameCatalog;
import io.liaptui.common.games.liaptui.module.LiapTuiModule;
import io.liaptui.common.history.Schema;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.ws.journal.RoomIndex;
import io.liaptui.ws.measure.Measures;
import io.liaptui.ws.ops.Node;
import io.liaptui.ws.ownership.MoveSettings;
import io.liaptui.ws.ownership.NodeSettings;
import io.liaptui.ws.ownership.NodeState;
import io.liaptui.ws.ownership.Registry;
import io.liaptui.ws.redis.RedisProcess;
import io.liaptui.ws.relay.MemoryNetwork;
import io.liaptui.ws.room.RoomArchive;
import io.liaptui.ws.room.RoomSettings;
import io.liaptui.ws.socket.SocketLimits;
import io.liaptui.ws.socket.SocketSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntConsumer;

/** The processes of one simulation. In each place one runs at a time; each start is a new node. */
final class Cluster {
    private static final NodeSettings NODE_SETTINGS = RedisProcess.settings(NodeSettings.class);
    private static final SocketSettings SOCKET_SETTINGS = RedisProcess.settings(SocketSettings.class);

    private static final Duration GOODBYE = Duration.ofMillis(400);

    private final LiapTuiModule game = new LiapTuiModule();
    private final GameCatalog catalog = new GameCatalog(List.of(game));
    private final Map<NodeId, Life> lives = new HashMap<>();
    private final List<Life> places = new ArrayList<>();
    private final Scheduler scheduler;
    private final RedisServer redis;
    private final MemoryNetwork network;
    private final RoomSettings settings;
    private final Watch watch;
    private final Flaws flaws;
    private final Measures bounds;
    private final Plan.Releases releases;
    private final long seed;
    private final FleetChecker fleet;
    private IntConsumer onLeave = place -> {};
    private int starts;

    /** One process from start to end. */
    record Life(Host host, Node node, Registry registry, BoardClient board, Schema schema) {
        NodeId id() {
            return host.id();
        }

        /** Does it take sockets? */
        boolean accepts() {
            return host.state() != Host.State.DEAD && registry.state() == NodeState.READY;
        }
    }

    Cluster(
            long seed,
            Scheduler scheduler,
            RedisServer redis,
            Network carrier,
            RoomSettings settings,
            Watch watch,
            boolean encoded,
            Plan.Releases releases,
            Measures bounds,
            FleetChecker fleet,
            Flaws flaws) {
        this.fleet = fleet;
        this.bounds = bounds;
        this.releases = releases;
        this.seed = seed;
        this.scheduler = scheduler;
        this.redis = redis;
        this.settings = settings;
        this.watch = watch;
        this.flaws = flaws;
        this.network = new MemoryNetwork(task -> {
            throw new IllegalStateException("a message for a node that never was");
        });
        network.carryBy(carrier);
        if (!encoded) {
            network.withoutCodec();
        }
    }

    /** Told when the process in a place is about to leave by its own verdict. */
    void onLeave(IntConsumer listener) {
        onLeave = listener;
    }

    static GameCatalog games() {
        return new GameCatalog(List.of(new LiapTuiModule()));
    }

    /** What a node reads and writes. */
    Schema schema(NodeId node) {
        return lives.get(node).schema();
    }

    /** One of the next release, in a place of its own. */
    void startNext() {
        start(places.size(), 2);
    }

    void start(int place) {
        start(place, 1);
    }

    private void start(int place, long generation) {
        NodeId id = new NodeId("n%d-%d".formatted(place, ++starts));
        Dice dice = Dice.of(seed, "node " + id);
        Schema schema = releases.of(place, starts);
        Host host = new Host(id, scheduler, dice.between(-2_000L, 2_000L));
        Calls calls = new Calls(host, redis, dice);
        BoardClient board = new BoardClient(host, calls, redis);
        Registry registry = new Registry(
                id,
                flaws.board().apply(board),
                host,
                NODE_SETTINGS,
                () -> row(id, generation, schema),
                new Hearsay(host, redis, Dice.of(seed, "echo " + id).between(20L, 1_300L)),
                Measures.NONE);
        Node node = new Node(
                new Node.Ports(
                        flaws.client().apply(new JournalClient(id, schema, calls, redis, watch)),
                        flaws.index().apply(new IndexClient(calls, redis)),
                        flaws.relay().apply(network.relay(id, host)),
                        registry,
                        RoomArchive.NONE,
                        bounds,
                        host,
                        host,
                        host,
                        dice.generator()),
                catalog,
                game,
                settings,
                MoveSettings.STANDARD,
                SocketLimits.of(SOCKET_SETTINGS, host, bounds),
                "simulated");
        Life life = new Life(host, node, registry, board, schema);
        lives.put(id, life);
        if (place < places.size()) {
            places.set(place, life);
        } else {
            places.add(life);
        }
        node.onDrainOrder(() -> {
            fleet.leaves(life, places);
            onLeave.accept(place);
        });
        host.execute(() -> {
            registry.start();
            node.start();
        });
    }

    Life at(int place) {
        return places.get(place);
    }

    List<Life> places() {
        return places;
    }

    /** Where a new socket may go. */
    List<Life> accepting() {
        return places.stream().filter(Life::accepts).toList();
    }

    /** The lists that name a room. */
    Set<RoomIndex.Shelf> shelves(RoomId room) {
        return redis.shelves(room);
    }

    long sinceSteady(NodeId node) {
        return lives.get(node).board().sinceSteady();
    }

    void crash(int place) {
        crash(place, 0);
    }

    /**
     * @param countedFor how long Redis goes on counting its subscription, because nobody told it that the connection is
     *     gone; in microseconds
     */
    void crash(int place, long countedFor) {
        Life life = at(place);
        fleet.struck(life);
        life.host().crash();
        if (countedFor == 0) {
            redis.board().unsubscribe(life.id());
        } else {
            scheduler.after(countedFor, () -> redis.board().unsubscribe(life.id()));
        }
    }

    /** Tells a process to go. It dies once its rooms are given away, and its sockets closed. */
    void drain(int place, Runnable whenDone) {
        Life life = at(place);
        life.host().run(() -> life.node().ownership().drain().begin().whenComplete((done, failure) -> {
            if (life.host().state() == Host.State.UP && places.get(place) == life) {
                whenDone.run();
                life.registry().leave();
                life.host().after(GOODBYE, () -> {
                    if (places.get(place) == life) {
                        crash(place);
                    }
                });
            }
        }));
    }

    /** Whether nothing was wrong with a node since then. */
    boolean isWellSince(NodeId node, long time) {
        Life life = lives.get(node);
        return life != null
                && !redis.isCut(node)
                && life.host().isWellSince(time)
                && life.registry().state() == NodeState.READY;
    }

    private NodeRow row(NodeId id, long generation, Schema schema) {
        Life life = lives.get(id);
        int rooms = life == null ? 0 : life.node().rooms().states().size();
        return new NodeRow(0, "", generation, "simulated", schema.reads(), 1, rooms, 1_000, id.value());
    }
}
