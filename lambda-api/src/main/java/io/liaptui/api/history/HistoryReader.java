package io.liaptui.api.history;

import io.liaptui.api.http.NotThere;
import io.liaptui.api.redis.NoJournal;
import io.liaptui.api.redis.RedisAway;
import io.liaptui.api.redis.RedisReads;
import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RedisKeys;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fetches pages of histories, one trip each: from Redis, and if that has none or is away, from the archive. */
@Singleton
class HistoryReader {
    /** Of stored events. With what JSON adds around and the escapes of an invocation, an answer stays below 1 MB. */
    private static final int BYTES = 256 * 1024;

    private final RedisReads redis;
    private final Archive archive;

    HistoryReader(RedisReads redis, Archive archive) {
        this.redis = redis;
        this.archive = archive;
    }

    /**
     * Events after {@code since}, {@code limit} or somewhat more. Fails with {@link NotThere} for an unknown room, and
     * with {@link RedisAway} for one that is not archived while nobody can say whether it is there.
     */
    Uni<Page> page(RoomId room, long since, int limit) {
        return live(room, since, limit)
                .onFailure(failure -> switch (failure) {
                    case NotThere unknown -> true;
                    case RedisAway away -> true;
                    case NoJournal none -> true;
                    default -> false;
                })
                .recoverWithUni(missed -> archive.page(room, since, limit, BYTES)
                        .map(found -> found.orElseThrow(() -> (RuntimeException) missed)));
    }

    private Uni<Page> live(RoomId room, long since, int limit) {
        return redis.within(PageScript.SCRIPT
                .run(
                        redis,
                        List.of(RedisKeys.room(room), RedisKeys.log(room), RedisKeys.seats(room)),
                        List.of(
                                Long.toString(since),
                                Integer.toString(limit),
                                Integer.toString(BYTES),
                                Integer.toString(PageScript.BATCHES)))
                .map(answer -> read(room, answer)));
    }

    private static Page read(RoomId room, @Nullable Response answer) {
        if (answer == null) {
            throw new NotThere("There is no room " + room + ", and no finished game of that id is kept.");
        }
        Response head = answer.get(0);
        List<Entry> entries = new ArrayList<>();
        Response batches = answer.get(2);
        for (int i = 0; i < batches.size(); i++) {
            Response batch = batches.get(i);
            entries.add(Entry.read(batch.get(0).toString(), pairs(batch.get(1))));
        }
        long latest = head.get(1) == null ? 0 : head.get(1).toLong();
        return new Page(head.get(0).toString(), latest, pairs(answer.get(1)), entries);
    }

    private static Map<String, String> pairs(Response flat) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (int i = 0; i + 1 < flat.size(); i += 2) {
            pairs.put(flat.get(i).toString(), flat.get(i + 1).toString());
        }
        return pairs;
    }
}
