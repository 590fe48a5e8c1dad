package io.liaptui.ws.ownership;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.ws.actor.Loop;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.journal.RoomIndex;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Looks through the lists of all rooms now and then, for those whose owner is dead and in whose set they are not: a node's
 * set is as easily lost as anything in Redis. Each node claims what {@link Placement} ranks it first for. Deletes nothing.
 * Threading: any thread; nothing blocks.
 */
final class Sweep {
    private static final Logger LOG = Logger.getLogger(Sweep.class);
    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final int ROOMS = 10_000;

    private final Nodes nodes;
    private final RoomIndex index;
    private final Timers timers;
    private final Claims claims;
    private final LocalRooms rooms;
    private final Duration every;
    private long next;

    Sweep(Nodes nodes, RoomIndex index, Timers timers, Claims claims, LocalRooms rooms, MoveSettings settings) {
        this.nodes = nodes;
        this.index = index;
        this.timers = timers;
        this.claims = claims;
        this.rooms = rooms;
        this.every = settings.sweep();
    }

    /** Sweeps as soon as this node may claim, and then again and again. */
    void start() {
        next = timers.now();
        new Loop(timers, every.compareTo(LOOK) < 0 ? every : LOOK, this::look).start();
    }

    private void look() {
        if (timers.now() - next >= 0 && claims.mayClaim()) {
            next = timers.now() + every.toMillis();
            List.of(RoomIndex.Shelf.values()).forEach(this::sweep);
        }
    }

    private void sweep(RoomIndex.Shelf shelf) {
        index.list(shelf, ROOMS).whenComplete((found, failure) -> {
            if (failure != null) {
                LOG.warnf("the rooms cannot be listed: %s", failure.getMessage());
                return;
            }
            Placement placement = new Placement(nodes.rows());
            found.forEach((room, hash) -> {
                if (Claims.isAlive(hash) && isMine(placement, room, hash)) {
                    claims.seek(room);
                }
            });
        });
    }

    private boolean isMine(Placement placement, RoomId room, Map<String, String> hash) {
        NodeId owner = new NodeId(hash.getOrDefault(RoomFields.OWNER, ""));
        if (owner.equals(nodes.me())) {
            return !rooms.running().contains(room);
        }
        // Whoever cannot read it must not be the one that everybody waits for
        int schema = Integer.parseInt(hash.getOrDefault(RoomFields.SCHEMA, "0"));
        return !nodes.isAlive(owner) && placement.ranked(room, schema).indexOf(nodes.me()) == 0;
    }
}
