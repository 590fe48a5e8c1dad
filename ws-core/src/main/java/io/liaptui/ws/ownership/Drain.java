package io.liaptui.ws.ownership;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.ws.actor.Loop;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.journal.RoomJournal;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/**
 * Gives all rooms of this node away, as few at once as time allows ({@link HandOverPace}): section 7. Each goes to the
 * preferred node with the fewest rooms, those just given counted. Ends when no room is left, when there is no other ready
 * node, or when time is up; what did not move stays in the journal, and the survivors claim it when this node says that
 * it is gone.
 *
 * <p>Threading: any thread; nothing blocks.
 */
public final class Drain {
    private static final Logger LOG = Logger.getLogger(Drain.class);
    /** After a bad round nobody is known to live until his beat moves again. */
    private static final int SEES_OTHERS = 2;

    private static final Duration LOOK_AGAIN = Duration.ofMillis(250);

    private final Nodes nodes;
    private final LocalRooms rooms;
    private final RoomJournal journal;
    private final Timers timers;
    private final MoveSettings settings;
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private final Map<NodeId, Integer> given = new HashMap<>();
    private final Map<NodeId, Integer> before = new HashMap<>();
    private final Map<NodeId, Integer> inFlight = new HashMap<>();
    private final HandOverPace pace = new HandOverPace();
    private final Set<RoomId> settled = new HashSet<>();
    private final Queue<RoomId> waiting = new ArrayDeque<>();
    private final Loop loop;
    private boolean begun;
    private long began;

    Drain(Nodes nodes, LocalRooms rooms, RoomJournal journal, Timers timers, MoveSettings settings) {
        this.nodes = nodes;
        this.rooms = rooms;
        this.journal = journal;
        this.timers = timers;
        this.settings = settings;
        this.loop = new Loop(timers, LOOK_AGAIN, this::tick);
    }

    /** Begins, unless it has begun before. The stage is the same each time, and never fails. */
    public CompletionStage<Void> begin() {
        synchronized (this) {
            if (begun) {
                return done;
            }
            begun = true;
            began = timers.now();
        }
        nodes.drain();
        LOG.infof("%s gives %d rooms away", nodes.me(), rooms.running().size());
        loop.start();
        return done;
    }

    /** Whether it has begun. */
    public synchronized boolean hasBegun() {
        return begun;
    }

    private void tick() {
        if (done.isDone()) {
            loop.end();
            return;
        }
        synchronized (this) {
            look();
        }
        turn();
    }

    /** What has still to move; rooms that were being made or claimed turn up here. */
    private void look() {
        Set<RoomId> running = rooms.running();
        settled.retainAll(running);
        waiting.clear();
        running.stream()
                .filter(room -> !settled.contains(room) && !pace.moving().contains(room))
                .forEach(waiting::add);
    }

    private void turn() {
        Placement placement = new Placement(nodes.rows());
        Map<RoomId, NodeId> next = new LinkedHashMap<>();
        synchronized (this) {
            if (done.isDone()) {
                return;
            }
            if (left() == 0) {
                look();
            }
            long now = timers.now();
            boolean late = now - began >= settings.drainWithin().toMillis();
            Optional<NodeId> successor = choose(placement, Placement.ANY_SCHEMA);
            boolean alone = successor.isEmpty() && nodes.goodRounds() >= SEES_OTHERS;
            if (late || alone || left() == 0) {
                LOG.infof("%s has given its rooms away in %d ms; %d stay behind", nodes.me(), now - began, left());
                done.complete(null);
                return;
            }
            int atOnce = pace.atOnce(left(), began, now);
            while (!waiting.isEmpty()
                    && successor.isPresent()
                    && pace.moving().size() < atOnce
                    && inFlight.getOrDefault(successor.get(), 0) < settings.handOvers()) {
                RoomId room = waiting.remove();
                pace.began(room, now);
                given.merge(successor.get(), 1, Integer::sum);
                inFlight.merge(successor.get(), 1, Integer::sum);
                next.put(room, successor.get());
                successor = choose(placement, Placement.ANY_SCHEMA);
            }
        }
        next.forEach(this::move);
    }

    private int left() {
        return pace.moving().size() + waiting.size();
    }

    private void move(RoomId room, NodeId planned) {
        journal.look(room)
                .thenCompose(found -> {
                    int schema = found.map(hash -> hash.get(RoomFields.SCHEMA))
                            .map(Integer::parseInt)
                            .orElse(Placement.ANY_SCHEMA);
                    Optional<NodeId> successor = whoReads(schema, planned);
                    return successor
                            .map(to -> rooms.handOver(room, to))
                            .orElseGet(() -> CompletableFuture.completedStage(LocalRooms.Moved.STUCK));
                })
                .whenComplete(
                        (answer, failure) -> moved(room, planned, failure == null ? answer : LocalRooms.Moved.STUCK));
    }

    /** The planned successor, unless another release wrote more into the room than it reads. */
    private synchronized Optional<NodeId> whoReads(int schema, NodeId planned) {
        Placement placement = new Placement(nodes.rows());
        return placement.preferred(schema).contains(planned) ? Optional.of(planned) : choose(placement, schema);
    }

    private void moved(RoomId room, NodeId successor, LocalRooms.Moved answer) {
        boolean stuck = answer == LocalRooms.Moved.STUCK;
        synchronized (this) {
            pace.ended(room, timers.now());
            inFlight.merge(successor, -1, Integer::sum);
            if (stuck) {
                given.merge(successor, -1, Integer::sum);
            } else {
                settled.add(room);
            }
        }
        if (stuck) {
            // The next tick tries again, perhaps with another successor
            LOG.debugf("room %s did not move", room);
        } else {
            turn();
        }
    }

    /** Rows count what was given with some delay: what they said at first, and what was given since, is exact. */
    private Optional<NodeId> choose(Placement placement, int schema) {
        placement.rows().forEach((node, row) -> before.putIfAbsent(node, row.rooms()));
        return placement.emptiest(
                nodes.me(), schema, node -> before.getOrDefault(node, 0) + given.getOrDefault(node, 0));
    }
}
