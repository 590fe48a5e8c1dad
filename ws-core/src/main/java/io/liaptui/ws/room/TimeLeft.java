package io.liaptui.ws.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.Seat;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the waits of a room had left at some moment, in milliseconds of its clock, so that the next owner goes on where the
 * last one stopped. A seat that is in no map had no such wait: it gets the full time. Immutable.
 *
 * @param game of the game's own timer, or -1 if none ran
 * @param limits of people from whom a decision is awaited
 * @param bots that think
 * @param absences of players without a socket
 * @param deserted of the room, if no human was there, else -1
 * @param stay of the room, if it goes though people are there, else -1
 */
record TimeLeft(
        long game, Map<Seat, Long> limits, Map<Seat, Long> bots, Map<Seat, Long> absences, long deserted, long stay) {

    static final TimeLeft FULL = new TimeLeft(-1, Map.of(), Map.of(), Map.of(), -1, -1);

    /** The field of an entry that holds the limits; there is none where nobody has one. */
    private static final String LIMITS = "lim";

    /** Whoever came back while the room moved asks for it again within this time, and must not be late for that. */
    private static final Duration TO_ASK_AGAIN = Duration.ofSeconds(1);

    private static final String GAME = "left";
    private static final String WAITS = "waits";
    private static final ObjectMapper JSON = new ObjectMapper();

    TimeLeft {
        limits = Map.copyOf(limits);
        bots = Map.copyOf(bots);
        absences = Map.copyOf(absences);
    }

    /** What an entry says. Of the rest nobody knows where it stood: it begins anew. */
    static TimeLeft after(Entry entry) {
        String limits = entry.more().get(LIMITS);
        return new TimeLeft(
                entry.left(), limits == null ? Map.of() : bySeat(parsed(limits)), Map.of(), Map.of(), -1, -1);
    }

    /** After a crash nobody knows who was there: whoever is missed has the full time to come. */
    TimeLeft withoutAbsences() {
        return new TimeLeft(game, limits, bots, Map.of(), -1, stay);
    }

    /** With what is known only where the room runs. */
    TimeLeft with(Map<Seat, Long> nowAbsent, long nowDeserted, long nowStay) {
        return new TimeLeft(game, limits, bots, nowAbsent, nowDeserted, nowStay);
    }

    /**
     * How long a player without a socket has to come.
     *
     * @param full if the player had one
     */
    Duration toCome(Seat seat, Duration full) {
        Long left = absences.get(seat);
        return left == null ? full : atLeastToAskAgain(Duration.ofMillis(left));
    }

    /** How long a room without humans is kept, that would be kept so long if they had just left. */
    Duration toBeFound(Duration full) {
        return deserted < 0 ? full : atLeastToAskAgain(of(full, deserted));
    }

    private static Duration atLeastToAskAgain(Duration left) {
        return left.compareTo(TO_ASK_AGAIN) < 0 ? TO_ASK_AGAIN : left;
    }

    /** The fields that an entry has for it, beside that of the game's timer. */
    Map<String, String> fields() {
        return limits.isEmpty() ? Map.of() : Map.of(LIMITS, json(limits).toString());
    }

    /** Adds it to a snapshot. */
    void write(ObjectNode snapshot) {
        snapshot.put(GAME, game);
        ObjectNode waits = JSON.createObjectNode();
        put(waits, "limits", limits);
        put(waits, "bots", bots);
        put(waits, "absences", absences);
        if (deserted >= 0) {
            waits.put("deserted", deserted);
        }
        if (stay >= 0) {
            waits.put("stay", stay);
        }
        if (!waits.isEmpty()) {
            snapshot.set(WAITS, waits);
        }
    }

    /** Reads what {@link #write} added; a snapshot of the last release has less. */
    static TimeLeft read(JsonNode snapshot) {
        JsonNode waits = snapshot.path(WAITS);
        return new TimeLeft(
                snapshot.path(GAME).asLong(-1),
                bySeat(waits.path("limits")),
                bySeat(waits.path("bots")),
                bySeat(waits.path("absences")),
                waits.path("deserted").asLong(-1),
                waits.path("stay").asLong(-1));
    }

    /** The time that a wait has which takes so long when it begins. */
    static Duration of(Duration full, Map<Seat, Long> left, Seat seat) {
        return of(full, left.getOrDefault(seat, -1L));
    }

    /**
     * The same for one that belongs to no seat.
     *
     * @param left -1 for the full time
     */
    static Duration of(Duration full, long left) {
        return left >= 0 && left < full.toMillis() ? Duration.ofMillis(left) : full;
    }

    private static void put(ObjectNode waits, String name, Map<Seat, Long> left) {
        if (!left.isEmpty()) {
            waits.set(name, json(left));
        }
    }

    private static ObjectNode json(Map<Seat, Long> left) {
        ObjectNode json = JSON.createObjectNode();
        // Sorted, so that the same is the same bytes
        new TreeMap<>(left).forEach((seat, millis) -> json.put(Integer.toString(seat.index()), millis));
        return json;
    }

    private static Map<Seat, Long> bySeat(JsonNode json) {
        Map<Seat, Long> left = new TreeMap<>();
        json.properties()
                .forEach(field -> left.put(
                        new Seat(Integer.parseInt(field.getKey())),
                        field.getValue().asLong()));
        return left;
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the time left of a decision cannot be read", e);
        }
    }
}
