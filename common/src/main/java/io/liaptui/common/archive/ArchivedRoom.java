package io.liaptui.common.archive;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.history.Entry;
import io.liaptui.common.history.StoredEvent;
import io.liaptui.common.ids.RoomId;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A finished room as it is kept: gzip of one line of header and one line for each entry of its log, all JSON.
 *
 * <pre>
 * {"format":1,"room":"AB12CD","game":"liaptui","created":1795267000123,"version":2,"events":3}
 * {"v":1,"ep":7,"t":1795267000123,"first":1,"ev":[{"type":"room.created", ...}],"left":-1}
 * {"v":2, ... ,"h":"state hash, on some"}
 * </pre>
 *
 * <p>Only what cannot change any more stands in it, so a room written twice, by whomever, gives the same bytes. Ids of
 * commands are left out: they belong to sessions and are of no use afterwards. Within a format fields may be added;
 * readers leave aside what they do not know.
 *
 * @param created milliseconds since 1970
 * @param version of the last entry; entries that Redis lost are missing below it
 * @param events number of the last event
 */
public record ArchivedRoom(RoomId room, String game, long created, long version, long events, List<Entry> entries) {
    private static final int FORMAT = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    public ArchivedRoom {
        entries = List.copyOf(entries);
    }

    /**
     * A room from its whole log.
     *
     * @throws IllegalArgumentException for an empty log: a room begins with an entry
     */
    public static ArchivedRoom of(RoomId room, String game, long created, List<Entry> log) {
        if (log.isEmpty()) {
            throw new IllegalArgumentException("room " + room + " has no entries to archive");
        }
        Entry last = log.getLast();
        return new ArchivedRoom(
                room,
                game,
                created,
                last.version(),
                last.firstEvent() + last.events().size() - 1,
                log);
    }

    /** As it is kept. */
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            line(
                    out,
                    JSON.createObjectNode()
                            .put("format", FORMAT)
                            .put("room", room.value())
                            .put("game", game)
                            .put("created", created)
                            .put("version", version)
                            .put("events", events));
            for (Entry entry : entries) {
                line(out, write(entry));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads what {@link #bytes} made.
     *
     * @throws IllegalArgumentException if it is damaged, or of a format that this release does not know
     */
    public static ArchivedRoom read(byte[] bytes) {
        try (BufferedReader in = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(new ByteArrayInputStream(bytes)), StandardCharsets.UTF_8))) {
            String first = in.readLine();
            JsonNode header = JSON.readTree(first == null ? "" : first);
            int format = header.path("format").asInt();
            if (format != FORMAT) {
                throw new IllegalArgumentException(
                        "an archived room of format " + format + ", but this release reads " + FORMAT);
            }
            List<Entry> entries = new ArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                entries.add(entry(JSON.readTree(line)));
            }
            return new ArchivedRoom(
                    new RoomId(header.required("room").asText()),
                    header.path("game").asText(),
                    header.required("created").asLong(),
                    header.required("version").asLong(),
                    header.required("events").asLong(),
                    entries);
        } catch (IOException e) {
            throw new IllegalArgumentException("a damaged archive: " + e.getMessage(), e);
        }
    }

    private static void line(GZIPOutputStream out, ObjectNode json) throws IOException {
        out.write(JSON.writeValueAsBytes(json));
        out.write('\n');
    }

    private static ObjectNode write(Entry entry) {
        ObjectNode json = JSON.createObjectNode()
                .put("v", entry.version())
                .put("ep", entry.epoch())
                .put("t", entry.time())
                .put("first", entry.firstEvent());
        ArrayNode events = json.putArray("ev");
        entry.events().forEach(event -> events.add(event.toJson()));
        json.put("left", entry.left());
        if (entry.hash() != null) {
            json.put("h", entry.hash());
        }
        return json;
    }

    private static Entry entry(JsonNode json) {
        List<StoredEvent> events = new ArrayList<>();
        json.path("ev").forEach(event -> events.add(StoredEvent.fromJson(event)));
        return new Entry(
                json.required("v").asLong(),
                json.required("ep").asLong(),
                json.required("t").asLong(),
                json.required("first").asLong(),
                events,
                List.of(),
                json.path("left").asLong(-1),
                json.path("h").textValue());
    }
}
