package io.liaptui.api.log;

import io.liaptui.common.history.Entry;
import io.liaptui.common.history.Schema;
import io.liaptui.common.ids.RoomId;
import io.vertx.mutiny.redis.client.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the answers of {@code page.lua} and {@code past.lua}; both begin with the room's fields and seats. */
final class Answers {
    private Answers() {}

    static Page page(RoomId id, Response answer, boolean forward) {
        StoredRoom room = room(id, answer);
        List<Entry> entries = entries(answer.get(2));
        if (!forward) {
            Collections.reverse(entries);
        }
        String reached = answer.get(3).toString();
        return new Page(room, entries, reached.equals("end") ? null : Long.valueOf(reached));
    }

    static Past past(RoomId id, Response answer) {
        StoredRoom room = room(id, answer);
        String snapshot = answer.get(2).toString();
        return new Past(
                room,
                snapshot.isEmpty() ? null : snapshot,
                entries(answer.get(3)),
                answer.get(4).toString().equals("1"));
    }

    private static StoredRoom room(RoomId id, Response answer) {
        Response head = answer.get(0);
        int schema = (int) number(head.get(2));
        int reads = Schema.ofBuild().reads();
        if (schema > reads) {
            throw new NewerRelease(id, schema, reads);
        }
        return new StoredRoom(
                id,
                head.get(0).toString(),
                text(head.get(3)),
                number(head.get(1)),
                number(head.get(4)),
                text(head.get(6)),
                pairs(answer.get(1)));
    }

    static List<Entry> entries(Response batches) {
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < batches.size(); i++) {
            Response batch = batches.get(i);
            entries.add(Entry.read(batch.get(0).toString(), pairs(batch.get(1))));
        }
        return entries;
    }

    private static Map<String, String> pairs(Response flat) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i + 1 < flat.size(); i += 2) {
            pairs.put(flat.get(i).toString(), flat.get(i + 1).toString());
        }
        return pairs;
    }

    static long number(@Nullable Response value) {
        return value == null ? 0 : value.toLong();
    }

    private static String text(@Nullable Response value) {
        return value == null ? "" : value.toString();
    }
}
