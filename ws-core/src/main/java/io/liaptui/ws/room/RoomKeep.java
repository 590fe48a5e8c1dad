package io.liaptui.ws.room;

import com.fasterxml.jackson.databind.JsonNode;
import io.liaptui.common.history.Entry;
import io.liaptui.common.history.StoredEvent;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.redis.RemovedSeats;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.ws.journal.RoomJournal.Remembered;
import io.liaptui.ws.journal.RoomJournal.RoomWrite;
import io.liaptui.ws.journal.RoomJournal.SeatRow;
import io.liaptui.ws.journal.RoomJournal.Snapshot;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the owner keeps of what it stored beside the state itself, so that it can put back what the journal loses: the
 * newest entries, the fields of the hash, and who has the seats. Threading: the room's thread.
 */
final class RoomKeep {
    private static final int ENTRIES = 64;
    private static final int CHARACTERS = 64 * 1024;
    private static final String GENERATION = "g:";

    private record Kept(Entry entry, int weight) {}

    private final Deque<Kept> ring = new ArrayDeque<>();
    private final Map<String, String> fields;
    private final Map<String, String> seats;
    private int weight;

    /**
     * @param fields of the hash as stored, {@code created}, {@code createId} and {@code moves} among them
     * @param seats as stored: {@code p: t: g:}
     */
    RoomKeep(Map<String, String> fields, Map<String, String> seats, List<Entry> entries) {
        this.fields = new HashMap<>(fields);
        this.seats = new HashMap<>(seats);
        // The fence and the snapshot say these
        List.of(RoomFields.OWNER, RoomFields.EPOCH, RoomFields.VERSION).forEach(this.fields::remove);
        entries.forEach(this::add);
    }

    /** These entries are stored, and what was written with them. */
    void stored(List<Entry> entries, RoomWrite write) {
        entries.forEach(this::add);
        fields.putAll(write.fields());
        write.seats().forEach(this::seat);
    }

    /** The stored hash of a seat's token; empty if no person has the seat. */
    Optional<String> token(Seat seat) {
        return Optional.ofNullable(seats.get("t:" + seat.index()));
    }

    /** Whose seats the host gave away lately. */
    RemovedSeats removed() {
        return RemovedSeats.read(fields.getOrDefault(RoomFields.REMOVED, ""));
    }

    /** Digest of the address that made the room; empty if nobody knows. */
    String maker() {
        return fields.getOrDefault(RoomFields.MAKER, "");
    }

    /** The newest generation of each seat's socket that the journal told. */
    Map<Seat, Long> generations() {
        Map<Seat, Long> generations = new HashMap<>();
        seats.forEach((field, value) -> {
            if (field.startsWith(GENERATION)) {
                generations.put(new Seat(Integer.parseInt(field.substring(2))), Long.parseLong(value));
            }
        });
        return generations;
    }

    /**
     * @param generations that came with sockets
     */
    Remembered remembered(Snapshot snapshot, Map<Seat, Long> generations) {
        generations.forEach((seat, generation) ->
                seats.merge(GENERATION + seat.index(), Long.toString(generation), RoomKeep::higher));
        return new Remembered(snapshot, ring.stream().map(Kept::entry).toList(), fields, seats);
    }

    private void add(Entry entry) {
        int more = weight(entry);
        ring.addLast(new Kept(entry, more));
        weight += more;
        while (ring.size() > 1 && (ring.size() > ENTRIES || weight > CHARACTERS)) {
            weight -= ring.removeFirst().weight();
        }
    }

    private void seat(Seat seat, Optional<SeatRow> row) {
        String player = "p:" + seat.index();
        String token = "t:" + seat.index();
        row.ifPresentOrElse(
                who -> {
                    seats.put(player, who.player());
                    seats.put(token, who.tokenHash());
                },
                () -> {
                    seats.remove(player);
                    seats.remove(token);
                });
    }

    private static String higher(String one, String other) {
        return Long.parseLong(one) >= Long.parseLong(other) ? one : other;
    }

    /** About how many characters it is when written; writing it only to count them would double the work of an append. */
    private static int weight(Entry entry) {
        int sum = 100;
        for (StoredEvent event : entry.events()) {
            sum += 50 + weight(event.all()) + weight(event.secret());
            for (JsonNode own : event.own().values()) {
                sum += weight(own);
            }
        }
        return sum;
    }

    private static int weight(JsonNode node) {
        int sum = node.isTextual() ? node.textValue().length() : 4;
        for (var field : node.properties()) {
            sum += field.getKey().length() + 4;
        }
        for (JsonNode child : node) {
            sum += weight(child);
        }
        return sum;
    }
}
