package io.liaptui.common.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One batch of events in a room's log: what one accepted input did. Stored under the stream id {@code <version>-0}.
 *
 * @param version from 1, without holes
 * @param epoch the life of the room actor that wrote it
 * @param time milliseconds since 1970; never falls within a log
 * @param firstEvent number of the first event here, from 1 in the room
 * @param events at least one, except where only a clock is kept
 * @param commands ids of the commands accepted with it, so that a repeat is recognised
 * @param left milliseconds left of the timer that runs after it, or -1 for none
 * @param hash of the state after it, on some entries
 * @param more fields beside these, which not every release knows; kept and stored again as they are, shown to nobody
 */
public record Entry(
        long version,
        long epoch,
        long time,
        long firstEvent,
        List<StoredEvent> events,
        List<String> commands,
        long left,
        @Nullable String hash,
        Map<String, String> more) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String EVENTS = "ev";
    private static final Pattern NEWER_EVENTS = Pattern.compile(EVENTS + "[0-9]{1,6}");
    private static final Set<String> KNOWN = Set.of("ep", "t", "first", "cmd", "left", "h");

    public Entry {
        events = List.copyOf(events);
        commands = List.copyOf(commands);
        // Sorted, so that the same entry is the same bytes
        more = Collections.unmodifiableMap(new TreeMap<>(more));
    }

    /** With no fields beside these. */
    public Entry(
            long version,
            long epoch,
            long time,
            long firstEvent,
            List<StoredEvent> events,
            List<String> commands,
            long left,
            @Nullable String hash) {
        this(version, epoch, time, firstEvent, events, commands, left, hash, Map.of());
    }

    /** The same entry of another life of the room's actor. */
    public Entry inEpoch(long other) {
        return new Entry(version, other, time, firstEvent, events, commands, left, hash, more);
    }

    /** The id in the stream. */
    public String id() {
        return version + "-0";
    }

    /** The fields of the stream entry in schema 1, names as in {@code RedisKeys}. */
    public Map<String, String> fields() {
        return fields(1);
    }

    /** The fields of the stream entry. */
    public Map<String, String> fields(int schema) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("ep", Long.toString(epoch));
        fields.put("t", Long.toString(time));
        fields.put("first", Long.toString(firstEvent));
        ArrayNode ev = JSON.createArrayNode();
        events.forEach(event -> ev.add(event.toJson()));
        fields.put(EVENTS + (schema == 1 ? "" : schema), ev.toString());
        ArrayNode cmd = JSON.createArrayNode();
        commands.forEach(cmd::add);
        fields.put("cmd", cmd.toString());
        fields.put("left", Long.toString(left));
        if (hash != null) {
            fields.put("h", hash);
        }
        fields.putAll(more);
        return fields;
    }

    /**
     * Reads a stream entry in any schema that this build reads; fields it does not know are kept as they are.
     *
     * @throws IllegalArgumentException if it is not an entry of ours, or of a schema that this build does not read
     */
    public static Entry read(String id, Map<String, String> fields) {
        return read(id, fields, Schema.ofBuild());
    }

    /** As {@link #read(String, Map)}, for what another schema reads. */
    public static Entry read(String id, Map<String, String> fields, Schema schema) {
        String field = fields.containsKey(EVENTS) ? EVENTS : newerField(fields);
        schema.checkReads(field.equals(EVENTS) ? 1 : Integer.parseInt(field.substring(EVENTS.length())), "entry " + id);
        try {
            List<StoredEvent> events = new ArrayList<>();
            JSON.readTree(fields.get(field)).forEach(event -> events.add(StoredEvent.fromJson(event)));
            List<String> commands = new ArrayList<>();
            for (JsonNode command : JSON.readTree(fields.getOrDefault("cmd", "[]"))) {
                commands.add(command.asText());
            }
            return new Entry(
                    Long.parseLong(id.substring(0, id.indexOf('-'))),
                    Long.parseLong(fields.get("ep")),
                    Long.parseLong(fields.get("t")),
                    Long.parseLong(fields.get("first")),
                    events,
                    commands,
                    Long.parseLong(fields.getOrDefault("left", "-1")),
                    fields.get("h"),
                    more(fields, field));
        } catch (JsonProcessingException | RuntimeException e) {
            throw new IllegalArgumentException("not a log entry: " + id, e);
        }
    }

    private static Map<String, String> more(Map<String, String> fields, String events) {
        Map<String, String> more = new TreeMap<>(fields);
        more.keySet().removeAll(KNOWN);
        more.remove(events);
        return more;
    }

    private static String newerField(Map<String, String> fields) {
        return fields.keySet().stream()
                .filter(field -> NEWER_EVENTS.matcher(field).matches())
                .findFirst()
                .orElse(EVENTS);
    }
}
