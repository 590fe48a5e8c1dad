package io.liaptui.ws.ops;

import io.liaptui.common.admin.AdminCommand;
import io.liaptui.common.games.GameCatalog;
import io.liaptui.common.games.GameModule;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.protocol.ClientCodec;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.bans.Bans;
import io.liaptui.ws.fanout.Audiences;
import io.liaptui.ws.fanout.Couriers;
import io.liaptui.ws.fanout.LinkBeats;
import io.liaptui.ws.fanout.RoomFinder;
import io.liaptui.ws.fanout.Switchboard;
import io.liaptui.ws.journal.RoomIndex;
import io.liaptui.ws.journal.RoomJournal;
import io.liaptui.ws.lobby.Lobby;
import io.liaptui.ws.measure.Measures;
import io.liaptui.ws.ownership.MoveSettings;
import io.liaptui.ws.ownership.NodeState;
import io.liaptui.ws.ownership.Nodes;
import io.liaptui.ws.ownership.Ownership;
import io.liaptui.ws.relay.Relay;
import io.liaptui.ws.relay.RelayMessage;
import io.liaptui.ws.room.RoomArchive;
import io.liaptui.ws.room.RoomSettings;
import io.liaptui.ws.room.Rooms;
import io.liaptui.ws.socket.PauseNotices;
import io.liaptui.ws.socket.SocketCount;
import io.liaptui.ws.socket.SocketLimits;
import io.liaptui.ws.socket.SocketParts;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * One node, put together from its ports: nothing here is static, so a test can have several in one process.
 *
 * <pre>
 * socket -> session -> courier -> relay -> switchboard -> rooms -> room -> journal
 *                                                                    |
 * socket &lt;- session &lt;- audience &lt;- switchboard &lt;- relay &lt;---- steps, answers
 * </pre>
 */
public final class Node {
    private final Rooms rooms;
    private final SocketParts sockets;
    private final Nodes nodes;
    private final Ownership ownership;
    private final List<Runnable> drainOrders = new CopyOnWriteArrayList<>();
    private final List<Consumer<AdminCommand>> orders = new CopyOnWriteArrayList<>();
    private final LinkBeats beats;

    /**
     * What a node does not make itself.
     *
     * @param chance for ids of rooms; a simulation gives one that repeats
     */
    public record Ports(
            RoomJournal journal,
            RoomIndex index,
            Relay relay,
            Nodes nodes,
            RoomArchive archive,
            Measures measures,
            Timers timers,
            InstantSource clock,
            Executor executor,
            RandomGenerator chance) {
        /** With ids that nobody can foretell. */
        public Ports(
                RoomJournal journal,
                RoomIndex index,
                Relay relay,
                Nodes nodes,
                RoomArchive archive,
                Measures measures,
                Timers timers,
                InstantSource clock,
                Executor executor) {
            this(journal, index, relay, nodes, archive, measures, timers, clock, executor, new SecureRandom());
        }
    }

    /**
     * One that nobody connects to.
     *
     * @param game of new rooms
     */
    public Node(Ports ports, GameCatalog catalog, GameModule<?, ?, ?> game, RoomSettings settings, String build) {
        this(ports, catalog, game, settings, MoveSettings.STANDARD, SocketLimits.none(ports.timers()), build);
    }

    /**
     * @param game of new rooms
     */
    public Node(
            Ports ports,
            GameCatalog catalog,
            GameModule<?, ?, ?> game,
            RoomSettings settings,
            MoveSettings moving,
            SocketLimits limits,
            String build) {
        nodes = ports.nodes();
        RoomFinder finder = new RoomFinder(ports.journal(), ports.nodes(), ports.timers(), this::wanted);
        Audiences audiences = new Audiences(finder, ports.relay(), ports.timers(), ports.measures(), ports.executor());
        Couriers couriers = new Couriers(finder, audiences, ports.relay(), ports.timers());
        rooms = new Rooms(
                ports.nodes(),
                ports.journal(),
                ports.index(),
                ports.relay(),
                ports.archive(),
                ports.measures(),
                ports.timers(),
                ports.clock(),
                ports.executor(),
                catalog,
                settings,
                build,
                new LobbyNews(ports.relay(), ports.nodes()));
        Lobby lobby =
                new Lobby(rooms, ports.index(), ports.nodes(), game, ports.timers(), ports.clock(), ports.chance());
        ownership = new Ownership(
                ports.nodes(),
                ports.journal(),
                ports.index(),
                ports.relay(),
                ports.timers(),
                rooms,
                audiences::watches,
                moving);
        Switchboard switchboard = new Switchboard(
                rooms,
                audiences,
                couriers,
                lobby::changed,
                this::take,
                this::drain,
                command -> orders.forEach(order -> order.accept(command)));
        beats = new LinkBeats(rooms::marks, audiences, ports.relay(), ports.timers());
        Set<String> gameEvents = new TreeSet<>();
        catalog.all().forEach(module -> gameEvents.addAll(module.wire().clientEvents()));
        sockets = new SocketParts(
                new ClientCodec(gameEvents),
                gameEvents,
                settings.pace(),
                ports.journal(),
                finder,
                audiences,
                couriers,
                lobby,
                ports.nodes(),
                ports.timers(),
                ports.clock(),
                ports.executor(),
                new SocketCount(),
                limits,
                new PauseNotices(ports.nodes()),
                build,
                new Bans(ports.timers()::now),
                settings.turnLimit());
        ports.relay().listen(switchboard::receive);
        ports.nodes().onDeaf(this::drain);
        ports.nodes().onDead(dead -> {
            rooms.nodeLost(dead);
            audiences.nodeLost(dead);
        });
    }

    /** Begins to look for rooms without an owner, and to tell other nodes where the rooms here stand. */
    public void start() {
        ownership.start();
        beats.start();
    }

    /** Which rooms this node claims, and how it gives them away. */
    public Ownership ownership() {
        return ownership;
    }

    /** Runs when an operator wants this node to go, or when it is deaf; on a thread that must not be blocked. */
    public void onDrainOrder(Runnable listener) {
        drainOrders.add(listener);
    }

    /** Takes the commands of operators; on a thread that must not be blocked. */
    public void onOrder(Consumer<AdminCommand> listener) {
        orders.add(listener);
    }

    /** This node is to go. */
    public void drain() {
        drainOrders.forEach(Runnable::run);
    }

    public Rooms rooms() {
        return rooms;
    }

    /** What the sockets of this node are built from. */
    public SocketParts sockets() {
        return sockets;
    }

    /** A node that goes passes rooms on without running them. */
    private void take(NodeId from, RelayMessage.Take take) {
        if (nodes.state() == NodeState.DRAINING) {
            ownership.passOn(from, take);
        } else {
            rooms.take(from, take);
        }
    }

    private void wanted(RoomId room) {
        ownership.wanted(room);
    }
}
