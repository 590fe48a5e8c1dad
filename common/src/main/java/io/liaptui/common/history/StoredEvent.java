package io.liaptui.common.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.ids.Seat;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One event as the journal keeps it, in three parts by who may see it. {@link Redaction} is the only reader that shows
 * it to anybody.
 *
 * @param type {@code room.*} or {@code <game>.*}, such as {@code liaptui.played}
 * @param seat the seat that acted, if one did
 * @param player the name of that seat's player at the time
 * @param by who decided: {@code human}, {@code bot}, {@code stand-in} (its human is absent) or {@code turn-limit} (a bot, for a
 *     connected human who did nothing for too long)
 * @param all what everybody may know
 * @param own what one seat alone may also know while the game runs
 * @param secret what nobody may know before the game is over
 */
public record StoredEvent(
        String type,
        @Nullable Seat seat,
        @Nullable String player,
        @Nullable String by,
        ObjectNode all,
        Map<Seat, ObjectNode> own,
        ObjectNode secret) {

    public StoredEvent {
        own = java.util.Collections.unmodifiableMap(new TreeMap<>(own));
    }

    /** What there is to say of it, by who may know it. */
    public Parts parts() {
        return new Parts(all, own, secret);
    }

    /** An event without hidden parts. */
    public static StoredEvent open(String type, @Nullable Seat seat, ObjectNode all) {
        return new StoredEvent(type, seat, null, null, all, Map.of(), JsonNodeFactory.instance.objectNode());
    }

    /** The same event, with the name of who acted and who decided for that seat. */
    public StoredEvent actedBy(@Nullable String playerName, @Nullable String decidedBy) {
        return new StoredEvent(type, seat, playerName, decidedBy, all, own, secret);
    }

    /** As it stands in the stream; empty parts are left out. */
    public ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("type", type);
        if (seat != null) {
            json.put("seat", seat.index());
        }
        if (player != null) {
            json.put("player", player);
        }
        if (by != null) {
            json.put("by", by);
        }
        if (!all.isEmpty()) {
            json.set("all", all);
        }
        if (!own.isEmpty()) {
            ObjectNode parts = json.putObject("own");
            own.forEach((who, part) -> parts.set(Integer.toString(who.index()), part));
        }
        if (!secret.isEmpty()) {
            json.set("secret", secret);
        }
        return json;
    }

    /** How many bytes {@link #toJson} is, in UTF-8; tells nothing else of the hidden parts. */
    public int storedBytes() {
        return toJson().toString().getBytes(StandardCharsets.UTF_8).length;
    }

    /**
     * Reads what {@link #toJson} wrote; unknown fields are left aside.
     *
     * @throws IllegalArgumentException if it is no such event
     */
    public static StoredEvent fromJson(JsonNode json) {
        Map<Seat, ObjectNode> own = new TreeMap<>();
        json.path("own").properties().forEach(part -> {
            if (!(part.getValue() instanceof ObjectNode object)) {
                throw new IllegalArgumentException("what only seat " + part.getKey() + " may see is no object");
            }
            own.put(seat(part.getKey()), object);
        });
        return new StoredEvent(
                json.required("type").asText(),
                json.has("seat") ? new Seat(json.get("seat").asInt()) : null,
                json.path("player").textValue(),
                json.path("by").textValue(),
                part(json, "all"),
                own,
                part(json, "secret"));
    }

    /** Without the hidden parts: records end up in logs. */
    @Override
    public String toString() {
        return "StoredEvent[" + type + ' ' + all + ']';
    }

    private static Seat seat(String index) {
        return new Seat(Integer.parseInt(index));
    }

    private static ObjectNode part(JsonNode json, String name) {
        return json.get(name) instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }
}
