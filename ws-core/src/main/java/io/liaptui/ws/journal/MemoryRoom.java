package io.liaptui.ws.journal;

import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.ws.journal.RoomJournal.RoomWrite;
import io.liaptui.ws.journal.RoomJournal.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Redis keeps of one room, in the same shapes. Threading: under the lock of its journal. */
final class MemoryRoom {
    final Map<String, String> hash = new HashMap<>();
    final List<Entry> log = new ArrayList<>();
    final Map<String, String> seats = new HashMap<>();
    Optional<Snapshot> snapshot = Optional.empty();
    long goneAt = Long.MAX_VALUE;

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
        return List.of("open", "running", "finished").contains(status());
    }

    long number(String field) {
        return Long.parseLong(hash.getOrDefault(field, "0"));
    }

    void set(String field, long value) {
        hash.put(field, Long.toString(value));
    }

    void write(RoomWrite write) {
        hash.putAll(write.fields());
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

    /** The seat with this token. */
    Optional<Seat> seatOf(String tokenHash) {
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
