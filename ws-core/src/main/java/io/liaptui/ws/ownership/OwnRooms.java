package io.liaptui.ws.ownership;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.actor.Loop;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.journal.RoomIndex;
import io.liaptui.ws.relay.Relay;
import io.liaptui.ws.relay.RelayMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Runs the rooms that were named to this node and that it does not run, because the drainer's message was lost, or the
 * drainer died: by looking into its own set. Finds rooms whose actor here has ended in the same way. A node that drains
 * itself passes them on.
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

    private static final Duration ROWS_ARE_READ = Duration.ofMillis(250);
    private static final int LONGEST_WAIT = 5;

    private final Nodes nodes;
    private final RoomIndex index;
    private final Relay relay;
    private final Timers timers;
    private final Claims claims;
    private final LocalRooms rooms;
    private final PassOn passOn;
    private final Loop loop;
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
        this.loop = new Loop(timers, settings.own(), this::turn);
    }

    void start() {
        loop.start();
    }

    private void turn() {
        if (nodes.state() == NodeState.GONE) {
            loop.end();
            return;
        }
        if (nodes.state() == NodeState.DRAINING || claims.mayClaim()) {
            index.roomsOf(nodes.me()).whenComplete((named, failure) -> {
                if (failure == null) {
                    look(named);
                }
            });
        }
    }

    /** A drainer gave me a room while I drain too. */
    void passOn(NodeId from, RelayMessage.Take take) {
        // Not at once: nodes that begin to drain together do not know it of one another yet, and would pass it around
        timers.after(ROWS_ARE_READ, () -> passOn.pass(take.room(), from).whenComplete((passed, _) -> {
            if (Boolean.TRUE.equals(passed)) {
                relay.send(from, new RelayMessage.Taken(take.room(), take.epoch()));
            }
        }));
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
                passOn.pass(room, null);
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
