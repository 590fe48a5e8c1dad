package io.liaptui.ws.ownership;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.NodeRow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges peers by rounds: plain logic, no clock and no Redis. Times are milliseconds of one monotonic clock.
 *
 * <p>A round is good if it was answered in time and began in time. One bad round sets all counts to zero: after an
 * outage everybody's beat looks old, and a process that was stopped must not judge at the moment it wakes. Nobody is
 * judged before as many good rounds in a row as {@code dead-after} says. Then a node is dead when
 *
 * <ul>
 *   <li>its beat did not change, or it had no row, in so many good rounds (frozen, cut off), or
 *   <li>its beat did not change in {@code gone-after} good rounds and nobody listened to its channel in any of them
 *       (killed), which counts only if my own subscription is not new: else the peer may be subscribing again too, or
 *   <li>it says itself that it is gone.
 * </ul>
 *
 * Threading: under the lock of its registry.
 */
final class PeerWatch {
    /** What is known of a peer; {@code moved} once its beat changed while I watched, {@code movedSince} the last bad round. */
    private static final class Peer {
        NodeRow row;
        int unchanged;
        int silent;
        boolean moved;
        boolean movedSince;
        boolean dead;

        Peer(NodeRow row) {
            this.row = row;
        }

        void reset() {
            unchanged = 0;
            silent = 0;
            dead = false;
        }
    }

    private final NodeId me;
    private final NodeSettings settings;
    private final Map<NodeId, Peer> peers = new HashMap<>();
    private int good;
    private long began;
    private boolean everBegan;
    private boolean waiting;
    private boolean late;

    PeerWatch(NodeId me, NodeSettings settings) {
        this.me = me;
        this.settings = settings;
    }

    /** A round begins. One that was not answered until now was bad. */
    void begin(long now) {
        late = everBegan && now - began > settings.stall().toMillis();
        if (waiting || late) {
            failed();
        }
        began = now;
        everBegan = true;
        waiting = true;
    }

    /** Whether the round that began last is still without an answer, and not yet too old for one. */
    boolean mayStillAnswer(long now) {
        return waiting && now - began <= settings.answerWithin().toMillis();
    }

    /**
     * The answer of the round that began last. Returns who died with it.
     *
     * @param subscribedFor age of my own subscription
     */
    List<NodeId> answered(long now, NodeBoard.Sight sight, Duration subscribedFor) {
        boolean inTime = !late && now - began <= settings.answerWithin().toMillis();
        waiting = false;
        if (!inTime) {
            failed();
        }
        good += inTime ? 1 : 0;
        Map<NodeId, NodeRow> rows = sight.rows();
        rows.forEach((node, row) -> {
            if (!node.equals(me)) {
                peers.computeIfAbsent(node, _ -> new Peer(row));
            }
        });
        boolean countsTell = settings.goneBySubscribers() && subscribedFor.compareTo(settings.settled()) >= 0;
        List<NodeId> died = new ArrayList<>();
        peers.forEach((node, peer) -> {
            boolean moves = look(peer, rows.getOrDefault(node, peer.row));
            if (inTime && !moves) {
                boolean nobodyListens = countsTell
                        && Integer.valueOf(0).equals(sight.subscribers().get(node));
                peer.unchanged++;
                peer.silent = nobodyListens ? peer.silent + 1 : 0;
            }
            boolean dead = isDead(peer);
            if (dead && !peer.dead) {
                died.add(node);
            }
            peer.dead |= dead;
        });
        // Without a row and judged: the rule for unknown nodes says the same of it from now on
        peers.entrySet().removeIf(each -> each.getValue().dead && !rows.containsKey(each.getKey()));
        return died;
    }

    /** The round ended without an answer. */
    void failed() {
        waiting = false;
        good = 0;
        peers.values().forEach(peer -> {
            peer.reset();
            peer.movedSince = false;
        });
    }

    /** Good rounds in a row; none if the last one is so old that this process must have stood still. */
    int goodRounds(long now) {
        return everBegan && now - began <= settings.stall().toMillis() ? good : 0;
    }

    boolean isAlive(NodeId node, long now) {
        if (node.equals(me) || goodRounds(now) < settings.deadAfter()) {
            return true;
        }
        Peer peer = peers.get(node);
        return peer != null && !peer.dead;
    }

    /**
     * Rows of peers whose beat moves, whatever their state. After a bad round it must be seen to move again: a room must
     * not be given to a node that died meanwhile.
     */
    Map<NodeId, NodeRow> alive() {
        Map<NodeId, NodeRow> rows = new HashMap<>();
        peers.forEach((node, peer) -> {
            if (peer.movedSince && !peer.dead) {
                rows.put(node, peer.row);
            }
        });
        return rows;
    }

    /** Rows of all who were not judged dead when there was last something to judge by. */
    Map<NodeId, NodeRow> lastSeen() {
        Map<NodeId, NodeRow> rows = new HashMap<>();
        peers.forEach((node, peer) -> {
            if (!peer.dead) {
                rows.put(node, peer.row);
            }
        });
        return rows;
    }

    /** Peers whose beat moves, or moved before a bad round, and who are ready: good enough to be told something. */
    Set<NodeId> ready() {
        Set<NodeId> ready = new HashSet<>();
        peers.forEach((node, peer) -> {
            if (peer.moved && !peer.dead && peer.row.state().equals(NodeState.READY.text())) {
                ready.add(node);
            }
        });
        return ready;
    }

    /** Everybody I have seen and who has a row, the dead too. */
    Set<NodeId> known() {
        return Set.copyOf(peers.keySet());
    }

    /** True if its beat moves. */
    private static boolean look(Peer peer, NodeRow row) {
        boolean moves = row.beat() != peer.row.beat();
        peer.row = row;
        peer.moved |= moves;
        peer.movedSince |= moves;
        if (moves) {
            peer.reset();
        }
        return moves;
    }

    private boolean isDead(Peer peer) {
        boolean gone = peer.row.state().equals(NodeState.GONE.text());
        boolean killed = peer.unchanged >= settings.goneAfter() && peer.silent >= settings.goneAfter();
        return good >= settings.deadAfter() && (gone || killed || peer.unchanged >= settings.deadAfter());
    }
}
