package io.liaptui.ws.ownership;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.common.room.RoomStatus;
import io.liaptui.ws.actor.Attempt;
import io.liaptui.ws.journal.RoomJournal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.jboss.logging.Logger;

/**
 * Carries claims out, so many at once, rooms that somebody waits for first. Each looks the room up and claims it only if
 * its owner is dead, or is this node though the room does not run here; and only while this node may claim at all: ready,
 * not isolated, and with enough good rounds in a row.
 *
 * <p>A room is in the queue once; who asks again for it gets the outcome of what is under way. Threading: any thread;
 * nothing blocks.
 */
final class Claims {
    private static final Logger LOG = Logger.getLogger(Claims.class);

    private final Nodes nodes;
    private final RoomJournal journal;
    private final LocalRooms rooms;
    private final Predicate<RoomId> awaited;
    private final MoveSettings settings;
    private final Map<RoomId, Job> jobs = new HashMap<>();
    private final Deque<Job> urgent = new ArrayDeque<>();
    private final Deque<Job> queue = new ArrayDeque<>();
    private int inFlight;

    private record Job(RoomId room, CompletableFuture<Outcome> outcome) {}

    /** What is known of the room when the job is done. */
    enum Outcome {
        /** It runs here. */
        MINE,
        /** Its owner is another node, which lives. */
        OTHERS,
        /** There is no such room, or it is over. */
        OVER,
        /** Nobody knows: the journal is away, this node may not claim, or it could not be loaded. */
        OPEN
    }

    /**
     * @param awaited whether somebody waits for this room at a socket of this node
     */
    Claims(Nodes nodes, RoomJournal journal, LocalRooms rooms, Predicate<RoomId> awaited, MoveSettings settings) {
        this.nodes = nodes;
        this.journal = journal;
        this.rooms = rooms;
        this.awaited = awaited;
        this.settings = settings;
    }

    /** Whether this node may judge and claim now. */
    boolean mayClaim() {
        return nodes.state() == NodeState.READY && !nodes.isIsolated() && nodes.goodRounds() >= settings.judgeAfter();
    }

    /** Claims the room if it has no living owner. Never fails. */
    CompletionStage<Outcome> seek(RoomId room) {
        Job job;
        synchronized (this) {
            Job known = jobs.get(room);
            if (known != null) {
                return known.outcome();
            }
            job = new Job(room, new CompletableFuture<>());
            jobs.put(room, job);
            (awaited.test(room) ? urgent : queue).add(job);
        }
        next();
        return job.outcome();
    }

    private void next() {
        while (true) {
            Job job;
            synchronized (this) {
                if (inFlight >= settings.claims()) {
                    return;
                }
                job = urgent.isEmpty() ? queue.poll() : urgent.poll();
                if (job == null) {
                    return;
                }
                inFlight++;
            }
            Attempt.of(() -> run(job)).whenComplete((outcome, failure) -> {
                if (failure != null) {
                    LOG.debugf("room %s was not claimed: %s", job.room(), failure.getMessage());
                }
                synchronized (this) {
                    inFlight--;
                    jobs.remove(job.room());
                }
                job.outcome().complete(failure == null ? outcome : Outcome.OPEN);
                next();
            });
        }
    }

    private CompletionStage<Outcome> run(Job job) {
        if (rooms.running().contains(job.room())) {
            return CompletableFuture.completedStage(Outcome.MINE);
        }
        if (!mayClaim()) {
            return CompletableFuture.completedStage(Outcome.OPEN);
        }
        return journal.look(job.room()).thenCompose(found -> found.filter(Claims::isAlive)
                .map(hash -> claim(job, hash))
                .orElseGet(() -> CompletableFuture.completedStage(Outcome.OVER)));
    }

    private CompletionStage<Outcome> claim(Job job, Map<String, String> hash) {
        NodeId owner = new NodeId(hash.getOrDefault(RoomFields.OWNER, ""));
        // What was true before it was looked up may not be any more; and who may not judge takes everybody for alive
        if (!mayClaim()) {
            return CompletableFuture.completedStage(Outcome.OPEN);
        }
        if (!owner.equals(nodes.me()) && nodes.isAlive(owner)) {
            return CompletableFuture.completedStage(Outcome.OTHERS);
        }
        long epoch = Long.parseLong(hash.getOrDefault(RoomFields.EPOCH, "0"));
        return rooms.claim(job.room(), owner, epoch)
                .thenApply(_ -> rooms.running().contains(job.room()) ? Outcome.MINE : Outcome.OPEN);
    }

    /** Whether a hash is that of a room which somebody must run. */
    static boolean isAlive(Map<String, String> hash) {
        return RoomStatus.isLive(hash.get(RoomFields.STATUS)) && hash.containsKey(RoomFields.OWNER);
    }
}
