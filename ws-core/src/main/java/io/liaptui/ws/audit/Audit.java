package io.liaptui.ws.audit;

import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.actor.Loop;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.journal.Directory;
import io.liaptui.ws.journal.RoomIndex;
import io.liaptui.ws.measure.Measures;
import io.liaptui.ws.ownership.NodeState;
import io.liaptui.ws.ownership.Nodes;
import io.liaptui.ws.ownership.Placement;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Every minute each ready node compares its share of the lists with the rooms. Nothing counts at first sight, because
 * reads are not one moment and rooms move: what is counted was so at a second look.
 *
 * <ul>
 *   <li><b>Ghost</b>: listed, but without a living hash, in two audits of a node. Taken off the lists; players never saw
 *       it, because lists show only what the hash confirms.
 *   <li><b>Twin</b>: has an actor in this node that does not know that another node owns the room. Only this node can see
 *       that; the sets of nodes cannot tell, for they are supersets. It is left alone: its next write is fenced.
 *   <li><b>Hidden</b>: owned by this node and alive, but in no list. Its place is written again. A room whose owner is dead is
 *       in that node's set, and for whoever takes it over.
 * </ul>
 *
 * <p>Threading: any thread; nothing blocks. A look that fails is left to the next audit.
 */
public final class Audit {
    private static final Logger LOG = Logger.getLogger(Audit.class);
    /** Below it, Redis or this process was not well a moment ago. */
    private static final int GOOD_ROUNDS = 8;

    private final Nodes nodes;
    private final RoomIndex index;
    private final Look look;
    private final Measures measures;
    private final Timers timers;
    private final AuditSettings settings;
    /** Since when listed rooms of my share are missing, by {@link Timers#now}. Replaced by each audit. */
    private volatile Map<RoomId, Long> missing = Map.of();

    /**
     * @param running the rooms that have an actor here
     */
    public Audit(
            Nodes nodes,
            RoomIndex index,
            Directory directory,
            Supplier<Set<RoomId>> running,
            Measures measures,
            Timers timers,
            AuditSettings settings) {
        this.nodes = nodes;
        this.index = index;
        this.look = new Look(nodes.me(), index, directory, running);
        this.measures = measures;
        this.timers = timers;
        this.settings = settings;
    }

    /** Begins; nodes that start together do not audit together. */
    public void start() {
        long jitter = Math.floorMod(nodes.me().hashCode(), settings.every().toMillis());
        new Loop(timers, settings.every(), this::audit).startAfter(Duration.ofMillis(jitter));
    }

    private void audit() {
        if (!mayJudge()) {
            missing = Map.of();
            return;
        }
        look().thenCompose(this::confirmed).whenComplete((done, failure) -> {
            if (failure != null) {
                LOG.debugf("no audit this time: %s", failure.getMessage());
            }
        });
    }

    private boolean mayJudge() {
        return nodes.state() == NodeState.READY && nodes.goodRounds() >= GOOD_ROUNDS;
    }

    private CompletionStage<Findings> look() {
        Placement placement = new Placement(nodes.rows());
        return look.now(room -> placement.ranked(room, Placement.ANY_SCHEMA).indexOf(nodes.me()) == 0);
    }

    private CompletionStage<Void> confirmed(Findings first) {
        Set<RoomId> ghosts = ghosts(first.ghosts());
        if (first.twins().isEmpty() && first.hidden().isEmpty()) {
            return done(ghosts, Set.of(), Map.of());
        }
        CompletableFuture<Void> later = new CompletableFuture<>();
        timers.after(settings.confirm(), () -> look().thenCompose(second -> {
                    Set<RoomId> twins = new HashSet<>(first.twins());
                    twins.retainAll(second.twins());
                    Map<RoomId, Findings.Place> hidden = new HashMap<>(second.hidden());
                    hidden.keySet().retainAll(first.hidden().keySet());
                    return mayJudge() ? done(ghosts, twins, hidden) : done(ghosts, Set.of(), Map.of());
                })
                .whenComplete((done, failure) -> {
                    if (failure == null) {
                        later.complete(null);
                    } else {
                        later.completeExceptionally(failure);
                    }
                }));
        return later;
    }

    /** Those that are missing for long enough now. */
    private Set<RoomId> ghosts(Set<RoomId> missingNow) {
        Map<RoomId, Long> before = missing;
        Map<RoomId, Long> since = new HashMap<>();
        Set<RoomId> ghosts = new HashSet<>();
        for (RoomId room : missingNow) {
            long first = before.getOrDefault(room, timers.now());
            since.put(room, first);
            if (timers.now() - first >= settings.every().toMillis()) {
                ghosts.add(room);
            }
        }
        missing = Map.copyOf(since);
        return ghosts;
    }

    private CompletionStage<Void> done(Set<RoomId> ghosts, Set<RoomId> twins, Map<RoomId, Findings.Place> hidden) {
        measures.audited(ghosts.size(), twins.size(), hidden.size());
        CompletionStage<Void> repaired = CompletableFuture.completedStage(null);
        for (RoomId room : ghosts) {
            LOG.warnf("room %s was listed, but there is no such room any more: taken off the lists", room);
            repaired = repaired.thenCompose(before -> index.remove(room));
        }
        for (Map.Entry<RoomId, Findings.Place> each : hidden.entrySet()) {
            LOG.warnf("room %s was in no list: put back", each.getKey());
            Findings.Place place = each.getValue();
            repaired = repaired.thenCompose(before -> index.place(each.getKey(), place.shelf(), place.touched()));
        }
        twins.forEach(room -> LOG.errorf(
                "ALARM room %s runs here, but another node owns it: what it writes from now on is refused", room));
        return repaired;
    }
}
