package io.liaptui.common.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.liaptui.common.ids.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One message to everybody in a room, encoded once: shared text with a hole for each seat's private part. A spectator's
 * text has {@code empty} in every hole.
 *
 * @param shared one piece more than {@code holes}
 * @param holes whose private part goes between the pieces
 * @param own the private parts, encoded
 * @param empty what others see in a hole, encoded
 */
public record Frame(List<String> shared, List<Seat> holes, Map<Seat, String> own, String empty) {
    /** A control character that no validated text contains; JSON writes it escaped. */
    private static final char MARK = '\u0001';

    private static final Pattern HOLE = Pattern.compile("\"\\\\u0001(\\d+)\\\\u0001\"");

    public Frame {
        shared = List.copyOf(shared);
        holes = List.copyOf(holes);
        own = Map.copyOf(own);
        if (shared.size() != holes.size() + 1) {
            throw new IllegalArgumentException("a frame has one piece more than holes");
        }
    }

    /** A message that is the same for everybody. */
    public static Frame same(String event, ObjectNode data) {
        return new Frame(List.of(envelope(event, data)), List.of(), Map.of(), "");
    }

    /** The place in a message where {@code seat}'s private part goes. */
    public static JsonNode hole(Seat seat) {
        return TextNode.valueOf(MARK + Integer.toString(seat.index()) + MARK);
    }

    /** A message with {@link #hole holes}. */
    public static Frame withHoles(String event, ObjectNode data, Map<Seat, ? extends JsonNode> own, JsonNode empty) {
        List<String> shared = new ArrayList<>();
        List<Seat> holes = new ArrayList<>();
        String text = envelope(event, data);
        Matcher matcher = HOLE.matcher(text);
        int from = 0;
        while (matcher.find()) {
            shared.add(text.substring(from, matcher.start()));
            holes.add(new Seat(Integer.parseInt(matcher.group(1))));
            from = matcher.end();
        }
        shared.add(text.substring(from));
        Map<Seat, String> parts = new TreeMap<>();
        own.forEach((seat, part) -> parts.put(seat, part.toString()));
        return new Frame(shared, holes, parts, empty.toString());
    }

    /** {@code {"event":…,"data":…}} and nothing else: a top-level {@code sequence} would break the existing client. */
    public static String envelope(String event, ObjectNode data) {
        ObjectNode message = JsonNodeFactory.instance.objectNode().put("event", event);
        message.set("data", data);
        return message.toString();
    }

    /** The text for who holds {@code seat}. */
    public String forSeat(Seat seat) {
        return text(hole -> hole.equals(seat));
    }

    /** The text for who only watches. */
    public String forSpectator() {
        return text(hole -> false);
    }

    /** The text with every private part, for when nothing is hidden any more. */
    public String forEverybody() {
        return text(hole -> true);
    }

    /** The same message without the private parts of other seats: nothing else may travel to a node. */
    public Frame onlyFor(java.util.Set<Seat> seats) {
        Map<Seat, String> kept = new TreeMap<>(own);
        kept.keySet().retainAll(seats);
        return new Frame(shared, holes, kept, empty);
    }

    /** Without anybody's private part: records end up in logs. */
    @Override
    public String toString() {
        return "Frame[" + shared.getFirst() + (holes.isEmpty() ? "]" : "…]");
    }

    private String text(Predicate<Seat> mayKnow) {
        if (holes.isEmpty()) {
            return shared.getFirst();
        }
        StringBuilder text = new StringBuilder(shared.getFirst());
        for (int i = 0; i < holes.size(); i++) {
            Seat hole = holes.get(i);
            text.append(mayKnow.test(hole) ? own.getOrDefault(hole, empty) : empty)
                    .append(shared.get(i + 1));
        }
        return text.toString();
    }
}
