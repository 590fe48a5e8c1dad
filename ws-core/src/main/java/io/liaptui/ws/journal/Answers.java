package io.liaptui.ws.journal;

import io.liaptui.common.history.Entry;
import io.liaptui.common.history.Schema;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.Seat;
import io.liaptui.ws.journal.RoomJournal.Bind;
import io.liaptui.ws.journal.RoomJournal.Claim;
import io.liaptui.ws.journal.RoomJournal.Created;
import io.liaptui.ws.journal.RoomJournal.Snapshot;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what the scripts answer: an array that begins with the name of the answer. */
final class Answers {
    private Answers() {}

    static Created created(Response answer) {
        return switch (name(answer)) {
            case "Created" -> new Created.Fresh(number(answer, 1));
            case "Already" -> new Created.Already(number(answer, 1));
            case "Taken" -> new Created.Taken();
            default -> throw unknown(answer);
        };
    }

    /**
     * @throws IllegalArgumentException if an entry or the snapshot cannot be read, or is of another schema
     */
    static Claim claim(Response answer, Schema schema) {
        return switch (name(answer)) {
            case "Claimed" ->
                new Claim.Claimed(
                        number(answer, 1),
                        map(answer.get(2)),
                        Optional.ofNullable(answer.get(3)).map(text -> snapshot(text.toString(), schema)),
                        entries(answer.get(4), schema),
                        map(answer.get(5)));
            case "Lost" -> new Claim.Lost(node(answer, 1), number(answer, 2));
            case "TooNew" -> new Claim.TooNew((int) number(answer, 1));
            case "Missing" -> new Claim.Missing();
            case "Over" -> new Claim.Over(text(answer, 1));
            default -> throw unknown(answer);
        };
    }

    /** Of every write to a room that runs: what was done has a name of its own in each script. */
    static Outcome outcome(Response answer) {
        return switch (name(answer)) {
            case "Stored", "Named" -> new Outcome.Done(number(answer, 1), false);
            case "Closed", "Done" -> new Outcome.Done(0, false);
            case "Already" -> new Outcome.Done(answer.size() > 1 ? number(answer, 1) : 0, true);
            case "Fenced" -> new Outcome.Fenced(node(answer, 1), number(answer, 2));
            case "Behind" -> new Outcome.Behind(number(answer, 1), number(answer, 2));
            case "Missing" -> new Outcome.Missing();
            case "Corrupt" -> new Outcome.Corrupt(number(answer, 1));
            default -> throw unknown(answer);
        };
    }

    /** The answer to {@code HMGET owner epoch version}. */
    static Outcome check(Fence fence, Response answer) {
        boolean there = answer.get(0) != null && answer.get(1) != null && answer.get(2) != null;
        return there
                ? Writes.judge(fence, node(answer, 0), number(answer, 1), number(answer, 2))
                : new Outcome.Missing();
    }

    static Bind bind(Response answer) {
        return switch (name(answer)) {
            case "Bound" ->
                new Bind.Bound(
                        new Seat((int) number(answer, 1)),
                        text(answer, 2),
                        number(answer, 3),
                        node(answer, 4),
                        number(answer, 5));
            case "Refused" -> new Bind.Refused();
            case "Missing" -> new Bind.Missing();
            default -> throw unknown(answer);
        };
    }

    /** A hash, as the second and the third protocol of Redis write it: flat, or as a map. */
    static Map<String, String> map(@Nullable Response hash) {
        Map<String, String> map = new LinkedHashMap<>();
        if (hash == null) {
            return map;
        }
        if (hash.isMap()) {
            hash.getKeys().forEach(key -> map.put(key, String.valueOf(hash.get(key))));
            return map;
        }
        for (int i = 0; i + 1 < hash.size(); i += 2) {
            map.put(text(hash, i), text(hash, i + 1));
        }
        return map;
    }

    static List<Entry> entries(@Nullable Response log, Schema schema) {
        List<Entry> entries = new ArrayList<>();
        if (log != null) {
            for (Response entry : log) {
                entries.add(Entry.read(text(entry, 0), map(entry.get(1)), schema));
            }
        }
        return entries;
    }

    private static Snapshot snapshot(String text, Schema schema) {
        Snapshot snapshot = Snapshot.read(text);
        schema.checkReads(snapshot.schema(), "the snapshot at version " + snapshot.version());
        return snapshot;
    }

    private static String name(Response answer) {
        return text(answer, 0);
    }

    private static String text(Response answer, int at) {
        return String.valueOf(answer.get(at));
    }

    private static long number(Response answer, int at) {
        return Long.parseLong(text(answer, at));
    }

    private static NodeId node(Response answer, int at) {
        return new NodeId(text(answer, at));
    }

    private static IllegalStateException unknown(Response answer) {
        return new IllegalStateException("a script answered what no release ever did: " + answer);
    }
}
