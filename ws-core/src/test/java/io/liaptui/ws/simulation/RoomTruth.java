package io.liaptui.ws.simulation;

import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.room.FoldedRoom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What the journal holds of one room, and all that it ever held: what was lost may come back, and who was shown it was
 * shown nothing wrong.
 */
final class RoomTruth {
    final RoomId id;
    NodeId owner;
    long epoch;
    boolean ended;
    /** Somebody went on from less than had been stored, because Redis lost it and no owner put it back in time. */
    boolean lossDeclared;

    private final FoldedRoom nothing;
    private final TreeMap<Long, Stored> log = new TreeMap<>();
    private final Map<Long, List<Stored>> ever = new HashMap<>();
    private final List<Stored> missing = new ArrayList<>();
    private final Set<String> forgotten = new HashSet<>();
    private final Set<String> commands = new HashSet<>();
    private Optional<NodeId> loser = Optional.empty();
    private long loserEpoch;
    private long runBy;
    private long lostAt;

    private record Stored(Entry entry, FoldedRoom state, long time) {}

    RoomTruth(RoomId id, NodeId owner, long epoch, FoldedRoom nothing) {
        this.id = id;
        this.owner = owner;
        this.epoch = epoch;
        this.nothing = nothing;
    }

    /**
     * @param time now, in microseconds of the simulation
     */
    void add(Entry entry, long time) {
        Stored stored = new Stored(entry, newest().next(entry), time);
        log.put(entry.version(), stored);
        missing.removeIf(this::isHeld);
        commands.addAll(entry.commands());
        ever.computeIfAbsent(entry.version(), _ -> new ArrayList<>()).add(stored);
    }

    /**
     * It changes hands.
     *
     * @param runsFrom when the new owner surely has it in memory; the end of time for one that still has to claim it
     */
    void move(NodeId newOwner, long newEpoch, long runsFrom) {
        owner = newOwner;
        epoch = newEpoch;
        runBy = runsFrom;
    }

    /** Redis holds only this much now; 0 for nothing at all. */
    void lose(NodeId leftOwner, long leftEpoch, long version, long now) {
        if (!isMissingSomething()) {
            loserEpoch = epoch;
            loser = now >= runBy && !ended ? Optional.of(owner) : Optional.empty();
            lostAt = now;
        }
        if (ended) {
            // Nobody runs it any more; what is kept of it is kept elsewhere
            lossDeclared = true;
        } else {
            missing.addAll(log.tailMap(version, false).values());
        }
        log.tailMap(version, false).clear();
        owner = leftOwner;
        epoch = leftEpoch;
    }

    /**
     * Redis holds this again. False if something of it was never stored.
     *
     * @param version of the snapshot; that of the newest entry, if there is one
     */
    boolean putBack(NodeId by, long byEpoch, long version, List<Entry> ring) {
        owner = by;
        epoch = byEpoch;
        long first = ring.isEmpty() ? version + 1 : ring.getFirst().version();
        if (byEpoch == loserEpoch && log.tailMap(first, true).values().stream().anyMatch(held -> !isIn(ring, held))) {
            // An owner of before had woken and written; the higher epoch wins
            lossDeclared = true;
        }
        log.tailMap(first, true).clear();
        for (Entry entry : ring) {
            Optional<Stored> known = ever.getOrDefault(entry.version(), List.of()).stream()
                    .filter(stored -> isSame(stored.entry(), entry))
                    .findFirst();
            if (known.isEmpty()) {
                return false;
            }
            log.put(entry.version(), known.get());
        }
        for (Stored lost : missing) {
            if (lost.entry().version() < first) {
                // Its effect is in the snapshot; only the history has a hole
                forgotten.addAll(lost.entry().commands());
            }
        }
        List<Stored> snapshot = ever.getOrDefault(version, List.of());
        if (!log.containsKey(version) && !snapshot.isEmpty()) {
            log.put(version, snapshot.getLast());
        }
        missing.removeIf(lost -> isHeld(lost) || lost.entry().version() < first);
        return log.containsKey(version);
    }

    private static boolean isIn(List<Entry> ring, Stored held) {
        return ring.stream().anyMatch(entry -> isSame(held.entry(), entry));
    }

    /** Whether an owner of this epoch is overruled once the loser puts back what it knows. */
    boolean isOverruled(long byEpoch) {
        return byEpoch < loserEpoch;
    }

    /** As stored: numbers that were read again may have another type. */
    private static boolean isSame(Entry one, Entry other) {
        return one.id().equals(other.id()) && one.fields().equals(other.fields());
    }

    private boolean isHeld(Stored lost) {
        Stored held = log.get(lost.entry().version());
        return held != null && isSame(held.entry(), lost.entry());
    }

    /** Whether an entry with this command was ever stored. */
    boolean everStored(String command) {
        return commands.contains(command);
    }

    /** Whether this command had its effect, though the log does not hold it any more. */
    boolean isInHole(String command) {
        return forgotten.contains(command);
    }

    boolean isMissingSomething() {
        return !missing.isEmpty();
    }

    /** The owner that could have put back what is missing, and since when it could. */
    Optional<NodeId> loser() {
        return loser;
    }

    long lostAt() {
        return lostAt;
    }

    /** What is missing is missing for good. */
    void declareLoss() {
        lossDeclared = true;
        missing.clear();
    }

    boolean isHere() {
        return !log.isEmpty();
    }

    long version() {
        return log.isEmpty() ? 0 : log.lastKey();
    }

    /** When it was first stored. */
    long storedAt(long version) {
        return Optional.ofNullable(log.get(version)).map(Stored::time).orElse(0L);
    }

    Optional<Entry> entry(long version) {
        return Optional.ofNullable(log.get(version)).map(Stored::entry);
    }

    /** The state after this version, as the log has it now. */
    FoldedRoom at(long version) {
        Stored stored = log.get(version);
        return stored == null ? nothing : stored.state();
    }

    /** All states that were ever stored as this version. */
    List<FoldedRoom> everAt(long version) {
        return ever.getOrDefault(version, List.of()).stream().map(Stored::state).toList();
    }

    FoldedRoom newest() {
        return log.isEmpty() ? nothing : log.lastEntry().getValue().state();
    }

    Collection<Entry> log() {
        return log.values().stream().map(Stored::entry).toList();
    }

    /** Everything that was ever stored. */
    Collection<Entry> everything() {
        return ever.values().stream().flatMap(List::stream).map(Stored::entry).toList();
    }
}
