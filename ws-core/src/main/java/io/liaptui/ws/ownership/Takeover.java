package io.liaptui.ws.ownership;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.journal.RoomIndex;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/**
 * Finds rooms whose owner is dead, or whose actor in this node is, and has them claimed: once this node may judge, when a peer dies, and now and then.
 * A wrong guess costs a move of the room, never a fork, because only the journal says who owns it. Threading: any
 * thread; nothing blocks.
 */
public final class Takeover {
    private static final Logger LOG = Logger.getLogger(Takeover.class);
    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);
    private static final Duration SWEEP = Duration.ofSeconds(30);
    private static final int ROOMS = 10_000;

    /** Good rounds before this node judges anybody; one more than a peer needs to be dead. */
    private static final int MAY_JUDGE = 9;

    private final Nodes nodes;
    private final RoomIndex index;
    private final Timers timers;
    private final Claims claims;

    /** Who carries a claim out. */
    @FunctionalInterface
    public interface Claims {
        CompletionStage<Void> claim(RoomId room, NodeId seenOwner, long seenEpoch);
    }

    public Takeover(Nodes nodes, RoomIndex index, Timers timers, Claims claims) {
        this.nodes = nodes;
        this.index = index;
        this.timers = timers;
        this.claims = claims;
    }

    /** Begins to watch. */
    public void start() {
        nodes.onDead(dead -> {
            LOG.infof("node %s is dead, looking for its rooms", dead);
            sweep();
        });
        whenReady();
    }

    private void whenReady() {
        if (nodes.state() == NodeState.READY && nodes.goodRounds() >= MAY_JUDGE) {
            sweep();
            timers.after(SWEEP, this::whenReady);
        } else {
            timers.after(LOOK_AGAIN, this::whenReady);
        }
    }

    private void sweep() {
        for (RoomIndex.Shelf shelf : RoomIndex.Shelf.values()) {
            index.list(shelf, ROOMS).whenComplete((rooms, failure) -> {
                if (failure != null) {
                    LOG.warnf("the rooms cannot be listed: %s", failure.getMessage());
                } else {
                    rooms.forEach(this::claimIfOrphaned);
                }
            });
        }
    }

    private void claimIfOrphaned(RoomId room, Map<String, String> hash) {
        String owner = hash.get(RoomFields.OWNER);
        String epoch = hash.get(RoomFields.EPOCH);
        if (owner == null || epoch == null || nodes.state() != NodeState.READY) {
            return;
        }
        NodeId node = new NodeId(owner);
        // One of my own that runs is left alone by the claim itself; one that does not has lost its actor
        if (node.equals(nodes.me()) || !nodes.isAlive(node)) {
            claims.claim(room, node, Long.parseLong(epoch));
        }
    }
}
