package io.liaptui.ws.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.Seat;
import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the waits of a room had left at some moment, so that the next owner goes on where the last one stopped. One that
 * is not in the map gets its full time. Immutable.
 *
 * @param millis of the room's clock
 */
record WaitsLeft(Map<Wait, Long> millis) {
    static final WaitsLeft FULL = new WaitsLeft(Map.of());

    /** The field of an entry that holds the limits; there is none where nobody has one. */
    private static final String LIMITS = "lim";

    private static final String WAITS = "waits";
    private static final ObjectMapper JSON = new ObjectMapper();

    WaitsLeft {
        // Sorted, so that the same is the same bytes
        millis = Collections.unmodifiableMap(new TreeMap<>(millis));
    }

    /** What an entry says. Of the rest nobody knows where it stood: it begins anew. */
    static WaitsLeft after(Entry entry) {
        Map<Wait, Long> left = new TreeMap<>();
        put(left, Wait.GAME, entry.left());
        String limits = entry.more().get(LIMITS);
        if (limits != null) {
            putSeats(left, Wait.Kind.LIMIT, parsed(limits));
        }
        return new WaitsLeft(left);
    }

    /** After a crash nobody knows who was there: whoever is missed has the full time to come. */
    WaitsLeft withoutAbsences() {
        Map<Wait, Long> left = new TreeMap<>(millis);
        left.keySet().removeIf(wait -> wait.kind() == Wait.Kind.ABSENCE || wait.kind() == Wait.Kind.DESERTED);
        return new WaitsLeft(left);
    }

    /** The time that a wait has which takes so long when it begins. */
    Duration of(Wait wait, Duration full) {
        Long left = millis.get(wait);
        return left == null || left >= full.toMillis() ? full : Duration.ofMillis(left);
    }

    /** Of the game's own timer, or -1 if none ran. */
    long game() {
        return millis.getOrDefault(Wait.GAME, -1L);
    }

    /** The fields that an entry has for it, beside that of the game's timer. */
    Map<String, String> fields() {
        ObjectNode limits = JSON.createObjectNode();
        millis.forEach((wait, left) -> {
            if (wait.kind() == Wait.Kind.LIMIT) {
                put(limits, wait.whose(), left);
            }
        });
        return limits.isEmpty() ? Map.of() : Map.of(LIMITS, limits.toString());
    }

    /** Adds it to a snapshot. */
    void write(ObjectNode snapshot) {
        snapshot.put(Wait.Kind.GAME.field(), game());
        ObjectNode waits = JSON.createObjectNode();
        millis.forEach((wait, left) -> {
            String field = wait.kind().field();
            if (wait.kind().isOfSeat()) {
                put(waits.withObjectProperty(field), wait.whose(), left);
            } else if (!wait.equals(Wait.GAME)) {
                waits.put(field, left);
            }
        });
        if (!waits.isEmpty()) {
            snapshot.set(WAITS, waits);
        }
    }

    /** Reads what {@link #write} added; a snapshot of an older release has less. */
    static WaitsLeft read(JsonNode snapshot) {
        Map<Wait, Long> left = new TreeMap<>();
        JsonNode waits = snapshot.path(WAITS);
        for (Wait.Kind kind : Wait.Kind.values()) {
            JsonNode stored = (kind == Wait.Kind.GAME ? snapshot : waits).path(kind.field());
            if (kind.isOfSeat()) {
                putSeats(left, kind, stored);
            } else {
                put(left, new Wait(kind, null), stored.asLong(-1));
            }
        }
        return new WaitsLeft(left);
    }

    private static void put(ObjectNode seats, Seat seat, long left) {
        seats.put(Integer.toString(seat.index()), left);
    }

    private static void put(Map<Wait, Long> left, Wait wait, long millis) {
        if (millis >= 0) {
            left.put(wait, millis);
        }
    }

    private static void putSeats(Map<Wait, Long> left, Wait.Kind kind, JsonNode seats) {
        seats.properties()
                .forEach(field -> put(
                        left,
                        new Wait(kind, new Seat(Integer.parseInt(field.getKey()))),
                        field.getValue().asLong()));
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the time left of a decision cannot be read", e);
        }
    }
}
