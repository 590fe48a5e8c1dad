package io.liaptui.ws.ownership;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.actor.Attempt;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.journal.RoomIndex;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Claims the rooms of a node that died: those in its set, each first by the node that {@link Placement} ranks first, by
 * the others when that one has not done so in time. The set is emptied on the way. Goes on, with growing pauses, until
 * the set is empty or the node lives again.
 *
 * <p>A wrong guess costs a move of the room, never a fork, because only the journal says who owns it. Threading: any
 * thread; nothing blocks.
 */
final class Takeover {
    private static final Logger LOG = Logger.getLogger(Takeover.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final Nodes nodes;
    private final RoomIndex index;
    private final Timers timers;
    private final Claims claims;
    private final MoveSettings settings;
    private final Set<NodeId> searched = ConcurrentHashMap.newKeySet();

    Takeover(Nodes nodes, RoomIndex index, Timers timers, Claims claims, MoveSettings settings) {
        this.nodes = nodes;
        this.index = index;
        this.timers = timers;
        this.claims = claims;
        this.settings = settings;
    }

    /** Begins to watch. */
    void start() {
        nodes.onDead(dead -> {
            if (searched.add(dead)) {
                search(dead, FIRST_PAUSE);
            }
        });
    }

    private void search(NodeId dead, Duration pause) {
        if (nodes.isAlive(dead) || !claims.mayClaim()) {
            // If it is judged again, that is told again
            searched.remove(dead);
            return;
        }
        Attempt.of(() -> index.roomsOf(dead)).whenComplete((rooms, failure) -> {
            if (failure != null) {
                again(dead, pause);
            } else if (rooms.isEmpty()) {
                searched.remove(dead);
            } else {
                LOG.infof("node %s is dead and has %d rooms in its set", dead, rooms.size());
                takeAll(dead, rooms, pause);
            }
        });
    }

    private void takeAll(NodeId dead, Set<RoomId> rooms, Duration pause) {
        Map<Duration, List<RoomId>> waves = waves(rooms);
        List<CompletableFuture<Void>> ends = new ArrayList<>();
        waves.forEach((delay, wave) -> {
            CompletableFuture<Void> end = new CompletableFuture<>();
            ends.add(end);
            if (delay.isZero()) {
                takeWave(dead, wave, end);
            } else {
                timers.after(delay, () -> takeWave(dead, wave, end));
            }
        });
        CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)).whenComplete((_, _) -> again(dead, pause));
    }

    private void takeWave(NodeId dead, List<RoomId> wave, CompletableFuture<Void> end) {
        CompletableFuture.allOf(wave.stream()
                        .map(room -> take(dead, room).toCompletableFuture())
                        .toArray(CompletableFuture[]::new))
                .whenComplete((_, _) -> end.complete(null));
    }

    private CompletableFuture<Void> take(NodeId dead, RoomId room) {
        return claims.seek(room)
                .thenCompose(outcome -> outcome == Claims.Outcome.OPEN
                        ? CompletableFuture.<Void>completedStage(null)
                        // Also if somebody else has it: should that one die now, the room is in its own set
                        : index.release(dead, List.of(room)))
                .toCompletableFuture();
    }

    /** When this node tries which rooms: at once, when the first has had its chance, when all preferred ones have. */
    private Map<Duration, List<RoomId>> waves(Set<RoomId> rooms) {
        Placement placement = new Placement(nodes.rows());
        Map<Duration, List<RoomId>> waves = new TreeMap<>();
        for (RoomId room : rooms) {
            int rank = placement.ranked(room, Placement.ANY_SCHEMA).indexOf(nodes.me());
            Duration delay = rank == 0
                    ? Duration.ZERO
                    : rank > 0 ? settings.othersAfter() : settings.othersAfter().multipliedBy(2);
            waves.computeIfAbsent(delay, _ -> new ArrayList<>()).add(room);
        }
        return waves;
    }

    private void again(NodeId dead, Duration pause) {
        Duration longer = pause.multipliedBy(2);
        timers.after(pause, () -> search(dead, longer.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : longer));
    }
}
