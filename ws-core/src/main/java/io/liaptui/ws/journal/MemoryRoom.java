package io.liaptui.ws.journal;

import io.liaptui.common.history.Entry;
import io.liaptui.common.history.Schema;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.common.room.RoomStatus;
import io.liaptui.ws.journal.RoomJournal.Bind;
import io.liaptui.ws.journal.RoomJournal.Remembered;
import io.liaptui.ws.journal.RoomJournal.RoomWrite;
import io.liaptui.ws.journal.RoomJournal.Snapshot;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What Redis keeps of one room, in the same shapes. Threading: under the lock of its journal. */
final class MemoryRoom {
    private static final Set<String> ONLY_WHILE_IT_RUNS = Set.of(RoomFields.UNTIL, RoomFields.MAKER);

    /** What fences and lists look at. */
    private static final Set<String> TOMBSTONE =
            Set.of(RoomFields.OWNER, RoomFields.VERSION, RoomFields.GAME, RoomFields.CREATED, RoomFields.TOUCHED);

    final Map<String, String> hash = new HashMap<>();
    final List<Entry> log = new ArrayList<>();
    final Map<String, String> seats = new HashMap<>();
    Optional<Snapshot> snapshot = Optional.empty();
    long goneAt = Long.MAX_VALUE;
    private long logGoneAt = Long.MAX_VALUE;

    MemoryRoom copy() {
        MemoryRoom copy = new MemoryRoom();
        copy.hash.putAll(hash);
        copy.log.addAll(log);
        copy.seats.putAll(seats);
        copy.snapshot = snapshot;
        copy.goneAt = goneAt;
        copy.logGoneAt = logGoneAt;
        return copy;
    }

    NodeId owner() {
        return new NodeId(hash.getOrDefault(RoomFields.OWNER, ""));
    }

    long epoch() {
        return number(RoomFields.EPOCH);
    }

    long version() {
        return number(RoomFields.VERSION);
    }

    String status() {
        return hash.getOrDefault(RoomFields.STATUS, "");
    }

    /** Whether somebody may run it. */
    boolean isLive() {
        return RoomStatus.isLive(status());
    }

    long number(String field) {
        return Long.parseLong(hash.getOrDefault(field, "0"));
    }

    void set(String field, long value) {
        hash.put(field, Long.toString(value));
    }

    /** It never falls, because what an earlier writer stored is still there. */
    void raiseSchema(long written) {
        set(RoomFields.SCHEMA, Math.max(number(RoomFields.SCHEMA), written));
    }

    void write(RoomWrite write) {
        long schema = number(RoomFields.SCHEMA);
        hash.putAll(write.fields());
        raiseSchema(Math.max(schema, Schema.ofBuild().writes()));
        write.snapshot().ifPresent(newer -> snapshot = Optional.of(newer));
        write.seats().forEach((seat, row) -> {
            seats.remove("p:" + seat.index());
            seats.remove("t:" + seat.index());
            row.ifPresent(who -> {
                seats.put("p:" + seat.index(), who.player());
                seats.put("t:" + seat.index(), who.tokenHash());
            });
        });
    }

    void append(List<Entry> entries, RoomWrite write) {
        log.addAll(entries);
        write(write);
        set(RoomFields.VERSION, entries.getLast().version());
    }

    void handTo(NodeId successor, long epoch, Snapshot now) {
        snapshot = Optional.of(now);
        hash.put(RoomFields.OWNER, successor.value());
        set(RoomFields.EPOCH, epoch);
        raiseSchema(now.schema());
    }

    void end(Ending ending, long epoch, long now) {
        hash.keySet().removeAll(ONLY_WHILE_IT_RUNS);
        if (ending.leavesTombstoneOnly()) {
            hash.keySet().retainAll(TOMBSTONE);
        }
        hash.put(RoomFields.STATUS, ending.status());
        set(RoomFields.EPOCH, epoch);
        goneAt = at(ending.tombstone(), now);
        logGoneAt = at(ending.log(), now);
        expire(now);
    }

    /** Forgets what has stayed long enough, but the hash. */
    void expire(long now) {
        if (logGoneAt <= now) {
            log.clear();
            seats.clear();
            snapshot = Optional.empty();
        }
    }

    private static long at(Optional<Duration> stay, long now) {
        return stay.map(time -> now + time.toMillis()).orElse(Long.MAX_VALUE);
    }

    /** Puts back what an owner remembers, and keeps of the log what is older and of the same past. */
    void restore(Fence fence, Remembered memory) {
        restoreLog(fence, memory);
        hash.putAll(Writes.fields(memory));
        hash.put(RoomFields.OWNER, fence.node().value());
        set(RoomFields.EPOCH, fence.epoch());
        set(RoomFields.VERSION, memory.snapshot().version());
        raiseSchema(memory.snapshot().schema());
        snapshot = Optional.of(memory.snapshot());
        seats.keySet().removeIf(field -> !field.startsWith("g:"));
        memory.seats()
                .forEach((field, value) -> seats.merge(
                        field,
                        value,
                        (drawn, owners) -> Long.toString(Math.max(Long.parseLong(drawn), Long.parseLong(owners)))));
    }

    private void restoreLog(Fence fence, Remembered memory) {
        List<Entry> ring = memory.ring();
        long first = memory.snapshot().version() - ring.size() + 1;
        long oldest = ring.isEmpty() ? fence.epoch() : ring.getFirst().epoch();
        log.removeIf(entry -> entry.version() >= first || entry.epoch() > oldest);
        long before = log.isEmpty() ? 0 : log.getLast().version();
        List<String> holes = new ArrayList<>();
        for (String hole : hash.getOrDefault(RoomFields.HOLE, "").split(",")) {
            if (!hole.isEmpty() && Long.parseLong(hole.substring(hole.indexOf('-') + 1)) < before) {
                holes.add(hole);
            }
        }
        if (before < first - 1) {
            holes.add((before + 1) + "-" + (first - 1));
        }
        hash.remove(RoomFields.HOLE);
        if (!holes.isEmpty()) {
            hash.put(RoomFields.HOLE, String.join(",", holes));
        }
        log.addAll(ring);
    }

    /** Draws a generation for the seat with this token. */
    Bind bind(String tokenHash, long now) {
        Optional<Seat> found = seatOf(tokenHash);
        if (found.isEmpty()) {
            return new Bind.Refused();
        }
        int seat = found.get().index();
        long generation = Math.max(Long.parseLong(seats.getOrDefault("g:" + seat, "0")) + 1, now);
        seats.put("g:" + seat, Long.toString(generation));
        return new Bind.Bound(found.get(), seats.getOrDefault("p:" + seat, ""), generation, owner(), epoch());
    }

    private Optional<Seat> seatOf(String tokenHash) {
        return seats.entrySet().stream()
                .filter(field ->
                        field.getKey().startsWith("t:") && field.getValue().equals(tokenHash))
                .map(field -> new Seat(Integer.parseInt(field.getKey().substring(2))))
                .findFirst();
    }

    /** Entries that the snapshot does not contain: copies, as read from storage. */
    List<Entry> later() {
        long from = snapshot.map(Snapshot::version).orElse(0L);
        return log.stream()
                .filter(entry -> entry.version() > from)
                .map(entry -> Entry.read(entry.id(), entry.fields()))
                .toList();
    }
}
