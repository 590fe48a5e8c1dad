package io.liaptui.ws.ops;

import io.liaptui.common.games.GameCatalog;
import io.liaptui.common.games.GameModule;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.protocol.ClientCodec;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.fanout.Audiences;
import io.liaptui.ws.fanout.Couriers;
import io.liaptui.ws.fanout.LinkBeats;
import io.liaptui.ws.fanout.RoomFinder;
import io.liaptui.ws.fanout.Switchboard;
import io.liaptui.ws.journal.RoomIndex;
import io.liaptui.ws.journal.RoomJournal;
import io.liaptui.ws.lobby.Lobby;
import io.liaptui.ws.measure.Measures;
import io.liaptui.ws.ownership.Nodes;
import io.liaptui.ws.ownership.Takeover;
import io.liaptui.ws.relay.Relay;
import io.liaptui.ws.relay.RelayMessage;
import io.liaptui.ws.room.RoomArchive;
import io.liaptui.ws.room.RoomSettings;
import io.liaptui.ws.room.Rooms;
import io.liaptui.ws.socket.SocketCount;
import io.liaptui.ws.socket.SocketParts;
import java.time.InstantSource;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Executor;

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
    private final Takeover takeover;
    private final LinkBeats beats;

    /** What a node does not make itself. */
    public record Ports(
            RoomJournal journal,
            RoomIndex index,
            Relay relay,
            Nodes nodes,
            RoomArchive archive,
            Measures measures,
            Timers timers,
            InstantSource clock,
            Executor executor) {}

    /**
     * @param game of new rooms
     */
    public Node(Ports ports, GameCatalog catalog, GameModule<?, ?, ?> game, RoomSettings settings, String build) {
        RoomFinder finder = new RoomFinder(ports.journal(), ports.nodes(), room -> {});
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
                () -> tellEveryNode(ports));
        Lobby lobby = new Lobby(rooms, ports.index(), ports.nodes(), game, ports.timers(), ports.clock());
        Switchboard switchboard = new Switchboard(rooms, audiences, couriers, lobby::changed);
        beats = new LinkBeats(rooms::marks, audiences, ports.relay(), ports.timers());
        takeover = new Takeover(ports.nodes(), ports.index(), ports.timers(), rooms::claim);
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
                new SocketCount());
        ports.relay().listen(switchboard::receive);
        ports.nodes().onDead(dead -> {
            rooms.nodeLost(dead);
            audiences.nodeLost(dead);
        });
    }

    /** Begins to look for rooms without an owner, and to tell other nodes where the rooms here stand. */
    public void start() {
        takeover.start();
        beats.start();
    }

    public Rooms rooms() {
        return rooms;
    }

    /** What the sockets of this node are built from. */
    public SocketParts sockets() {
        return sockets;
    }

    private static void tellEveryNode(Ports ports) {
        RelayMessage changed = new RelayMessage.LobbyChanged(null);
        ports.relay().send(ports.nodes().me(), changed);
        for (NodeId peer : ports.nodes().peers()) {
            ports.relay().send(peer, changed);
        }
    }
}
