package io.liaptui.ws.testkit;

import io.liaptui.common.games.GameCatalog;
import io.liaptui.common.games.liaptui.module.LiapTuiModule;
import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.journal.MemoryIndex;
import io.liaptui.ws.journal.MemoryJournal;
import io.liaptui.ws.measure.Measures;
import io.liaptui.ws.ops.Node;
import io.liaptui.ws.ownership.MoveSettings;
import io.liaptui.ws.ownership.Nodes;
import io.liaptui.ws.redis.RedisProcess;
import io.liaptui.ws.relay.MemoryNetwork;
import io.liaptui.ws.room.RoomArchive;
import io.liaptui.ws.room.RoomSettings;
import io.liaptui.ws.room.Rooms;
import io.liaptui.ws.socket.FakeSocket;
import io.liaptui.ws.socket.SocketLimits;
import io.liaptui.ws.socket.SocketSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Several nodes on one journal, in one thread and on one virtual clock. */
public final class TestCluster {
    private final VirtualTime time = new VirtualTime();
    private final MemoryJournal journal = new MemoryJournal(time, this::carryOut);
    private final MemoryIndex index = new MemoryIndex(journal);
    private final MemoryNetwork network = new MemoryNetwork(time);
    private final Set<NodeId> alive = new LinkedHashSet<>();
    private final Map<NodeId, TestNodes> registries = new HashMap<>();
    private final Map<NodeId, Node> nodes = new HashMap<>();
    private final List<Runnable> held = new ArrayList<>();
    private boolean stands;
    private RoomSettings settings;
    private int capacity = 2_000;
    private RoomArchive archive = RoomArchive.NONE;
    private Measures measures = Measures.NONE;

    public TestCluster(double pace) {
        this(pace, Optional.empty());
    }

    /**
     * @param turnLimit after which a bot decides for a human who is there
     */
    public TestCluster(double pace, Optional<Duration> turnLimit) {
        settings = new RoomSettings(
                pace,
                new RoomSettings.Range(Duration.ofMillis(500), Duration.ofMillis(1500)),
                Map.of(),
                Map.of(),
                Optional.of("test"),
                new RoomSettings.Grace(
                        Duration.ofSeconds(2),
                        Duration.ofMillis(1500),
                        Duration.ofSeconds(15),
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(5)),
                turnLimit);
    }

    /** For nodes that start from now on. */
    public void archive(RoomArchive used) {
        archive = used;
    }

    /** For nodes that start from now on. */
    public void limits(RoomSettings.Limits limits) {
        settings = new RoomSettings(
                settings.pace(),
                settings.think(),
                settings.timers(),
                settings.options(),
                settings.seed(),
                settings.grace(),
                settings.turnLimit(),
                limits);
    }

    /** How many rooms each node should have at most. */
    public void capacity(int rooms) {
        capacity = rooms;
    }

    /** For nodes that start from now on. */
    public void measures(Measures used) {
        measures = used;
    }

    /** The rooms of a node. */
    public Rooms rooms(NodeId node) {
        return nodes.get(node).rooms();
    }

    /** A node that was started. */
    public Node running(NodeId node) {
        return nodes.get(node);
    }

    /** What a node knows of the others. */
    public Nodes registry(NodeId node) {
        return registries.get(node);
    }

    public VirtualTime time() {
        return time;
    }

    public MemoryJournal journal() {
        return journal;
    }

    public MemoryNetwork network() {
        return network;
    }

    /** Starts a node. */
    public NodeId node(String name) {
        NodeId id = new NodeId(name);
        alive.add(id);
        TestNodes registry = new TestNodes(id, alive, this::roomsOf, () -> capacity);
        registries.put(id, registry);
        LiapTuiModule game = new LiapTuiModule();
        Node node = new Node(
                new Node.Ports(journal, index, network.relay(id), registry, archive, measures, time, time, time),
                new GameCatalog(List.of(game)),
                game,
                settings,
                MoveSettings.STANDARD,
                SocketLimits.of(RedisProcess.settings(SocketSettings.class), time, measures),
                "test");
        nodes.put(id, node);
        node.start();
        time.settle();
        return id;
    }

    /** The journal takes everything and answers nothing, or goes on and carries it all out. */
    public void journalStands(boolean now) {
        stands = now;
        if (!now) {
            List<Runnable> due = List.copyOf(held);
            held.clear();
            due.forEach(time::execute);
            time.settle();
        }
    }

    private void carryOut(Runnable call) {
        if (stands) {
            held.add(call);
        } else {
            time.execute(call);
        }
    }

    private int roomsOf(NodeId node) {
        return nodes.containsKey(node) ? rooms(node).running().size() : 0;
    }

    /** The process is gone: nothing reaches it, and nothing comes from it any more. */
    public void kill(NodeId id) {
        alive.remove(id);
        network.loseIf((to, envelope) -> !alive.contains(to) || !alive.contains(envelope.from()));
    }

    /** The survivors notice. */
    public void noticeDeath(NodeId id) {
        alive.forEach(node -> registries.get(node).died(id));
        time.settle();
    }

    /** One survivor notices before the others. */
    public void noticeDeath(NodeId id, NodeId by) {
        registries.get(by).died(id);
        time.settle();
    }

    /** From now on each node says that it has had so many good rounds. */
    public void rounds(int good) {
        registries.values().forEach(registry -> registry.rounds(good));
    }

    /** A node has lost sight of the journal, or has it again. */
    public void isolate(NodeId node, boolean now) {
        registries.get(node).isolate(now);
        time.settle();
    }

    /** A client with this browser secret on a channel of a node. */
    public FakeSocket connect(NodeId node, String channel, String sid) {
        FakeSocket socket = FakeSocket.open(nodes.get(node).sockets(), channel, sid, time);
        time.settle();
        return socket;
    }

    /** The same with our own client. */
    public FakeSocket connectModern(NodeId node, String channel, String sid) {
        FakeSocket socket = FakeSocket.openModern(nodes.get(node).sockets(), channel, sid, time);
        time.settle();
        return socket;
    }
}
