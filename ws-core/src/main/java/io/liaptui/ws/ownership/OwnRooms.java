package io.liaptui.ws.ownership;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.journal.RoomIndex;
import io.liaptui.ws.relay.Relay;
import io.liaptui.ws.relay.RelayMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Runs the rooms that were named to this node: when the drainer says so, and, as that message may be lost and the drainer
 * may die, by looking into its own set. Finds rooms whose actor here has ended in the same way. A node that drains itself
 * passes them on.
 *
 * <p>Threading: any thread; nothing blocks.
 */
final class OwnRooms {
    private static final Logger LOG = Logger.getLogger(OwnRooms.class);

    /**
     * A room in my set that is somebody else's, or has no hash, may be about to be named to me, or be claimed or made by me
     * just now: only after so long it is taken out.
     */
    private static final Duration FOREIGN = Duration.ofSeconds(60);

    private static final int LONGEST_WAIT = 5;

    private final Nodes nodes;
    private final RoomIndex index;
    private final Relay relay;
    private final Timers timers;
    private final Claims claims;
    private final LocalRooms rooms;
    private final PassOn passOn;
    private final Duration every;
    private final Map<RoomId, Integer> failures = new HashMap<>();
    private final Map<RoomId, Long> foreign = new HashMap<>();
    private long looks;

    OwnRooms(
            Nodes nodes,
            RoomIndex index,
            Relay relay,
            Timers timers,
            Claims claims,
            LocalRooms rooms,
            PassOn passOn,
            MoveSettings settings) {
        this.nodes = nodes;
        this.index = index;
        this.relay = relay;
        this.timers = timers;
        this.claims = claims;
        this.rooms = rooms;
        this.passOn = passOn;
        this.every = settings.own();
    }

    void start() {
        if (nodes.state() == NodeState.GONE) {
            return;
        }
        if (nodes.state() == NodeState.DRAINING || claims.mayClaim()) {
            index.roomsOf(nodes.me()).whenComplete((named, failure) -> {
                if (failure == null) {
                    look(named);
                }
            });
        }
        timers.after(every, this::start);
    }

    /**
     * A drainer says that a room is mine. Not a judgement, so it needs no good rounds: the claim succeeds only if the
     * journal names me in this very epoch.
     */
    void take(NodeId from, RelayMessage.Take take) {
        RoomId room = take.room();
        if (nodes.state() == NodeState.DRAINING) {
            passOn.pass(room).whenComplete((passed, _) -> {
                if (Boolean.TRUE.equals(passed)) {
                    relay.send(from, new RelayMessage.Taken(room, take.epoch()));
                }
            });
            return;
        }
        if (nodes.state() != NodeState.READY) {
            return;
        }
        rooms.claim(room, nodes.me(), take.epoch()).whenComplete((_, failure) -> {
            if (rooms.running().contains(room)) {
                relay.send(from, new RelayMessage.Taken(room, take.epoch()));
            } else if (failure == null) {
                claims.owner(room).thenAccept(owner -> {
                    if (!owner.equals(Optional.of(nodes.me()))) {
                        relay.send(from, new RelayMessage.Taken(room, take.epoch()));
                    }
                });
            }
        });
    }

    private void look(Set<RoomId> named) {
        Set<RoomId> running = rooms.running();
        List<RoomId> idle;
        synchronized (this) {
            looks++;
            failures.keySet().retainAll(named);
            foreign.keySet().retainAll(named);
            running.forEach(failures::remove);
            running.forEach(foreign::remove);
            idle = named.stream()
                    .filter(room -> !running.contains(room) && isDue(room))
                    .toList();
        }
        for (RoomId room : idle) {
            if (nodes.state() == NodeState.DRAINING) {
                passOn.pass(room);
            } else {
                claims.seek(room).thenAccept(outcome -> done(room, outcome));
            }
        }
    }

    /** A room that cannot be run is tried less and less often; whether it is broken is not decided here. */
    private boolean isDue(RoomId room) {
        return looks % (1L << Math.min(failures.getOrDefault(room, 0), LONGEST_WAIT)) == 0;
    }

    private void done(RoomId room, Claims.Outcome outcome) {
        boolean drop = false;
        synchronized (this) {
            switch (outcome) {
                case MINE -> {
                    failures.remove(room);
                    foreign.remove(room);
                }
                case OPEN -> failures.merge(room, 1, Integer::sum);
                case OTHERS, OVER -> {
                    long since = foreign.computeIfAbsent(room, _ -> timers.now());
                    drop = timers.now() - since >= FOREIGN.toMillis();
                }
            }
        }
        if (drop) {
            LOG.debugf("room %s is in my set but not mine", room);
            index.release(nodes.me(), List.of(room));
        }
    }
}
