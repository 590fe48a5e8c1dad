package io.liaptui.ws.ownership;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.NodeRow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Judges peers by rounds: plain logic, no clock and no Redis. Times are nanoseconds of one monotonic clock.
 *
 * <p>A round is good if it was answered in time and began in time. One bad round sets all counts to zero: after an
 * outage everybody's beat looks old, and a process that was stopped must not judge at the moment it wakes. A node is
 * dead when, in as many good rounds in a row as the setting says, its beat did not change, it had no row, or it says
 * itself that it is gone. Threading: under the lock of its registry.
 */
final class PeerWatch {
    /** What is known of a peer; {@code moved} once its beat changed while I watched. */
    private static final class Peer {
        NodeRow row;
        int unchanged;
        boolean moved;
        boolean dead;

        Peer(NodeRow row) {
            this.row = row;
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
        late = everBegan && now - began > settings.stall().toNanos();
        if (waiting || late) {
            failed();
        }
        began = now;
        everBegan = true;
        waiting = true;
    }

    /** Whether the round that began last is still without an answer, and not yet too old for one. */
    boolean mayStillAnswer(long now) {
        return waiting && now - began <= settings.answerWithin().toNanos();
    }

    /** The answer of the round that began last: all rows. Returns who died with it. */
    List<NodeId> answered(long now, Map<NodeId, NodeRow> rows) {
        boolean inTime = !late && now - began <= settings.answerWithin().toNanos();
        waiting = false;
        if (!inTime) {
            failed();
        }
        good += inTime ? 1 : 0;
        rows.forEach((node, row) -> {
            if (!node.equals(me)) {
                peers.computeIfAbsent(node, _ -> new Peer(row));
            }
        });
        List<NodeId> died = new ArrayList<>();
        peers.forEach((node, peer) -> {
            if (compare(peer, rows.getOrDefault(node, peer.row), inTime)) {
                died.add(node);
            }
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
            peer.unchanged = 0;
            peer.dead = false;
        });
    }

    /** Good rounds in a row; none if the last one is so old that this process must have stood still. */
    int goodRounds(long now) {
        return everBegan && now - began <= settings.stall().toNanos() ? good : 0;
    }

    boolean isAlive(NodeId node, long now) {
        if (node.equals(me) || goodRounds(now) < settings.deadAfter()) {
            return true;
        }
        Peer peer = peers.get(node);
        return peer != null && !peer.dead;
    }

    /** Peers whose beat moves and who are ready. */
    Set<NodeId> ready() {
        Set<NodeId> ready = new HashSet<>();
        peers.forEach((node, peer) -> {
            if (peer.moved && !peer.dead && peer.row.state().equals(NodeState.READY.text())) {
                ready.add(node);
            }
        });
        return ready;
    }

    /** True if the peer died with this round. */
    private boolean compare(Peer peer, NodeRow row, boolean inTime) {
        boolean moves = row.beat() != peer.row.beat();
        peer.row = row;
        peer.moved |= moves;
        if (moves) {
            peer.unchanged = 0;
            peer.dead = false;
        } else if (inTime) {
            peer.unchanged++;
        }
        boolean gone = row.state().equals(NodeState.GONE.text());
        boolean dead = good >= settings.deadAfter() && (gone || peer.unchanged >= settings.deadAfter());
        boolean died = dead && !peer.dead;
        peer.dead |= dead;
        return died;
    }
}
