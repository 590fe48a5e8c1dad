package io.liaptui.api.events;

import io.liaptui.api.redis.RedisReads;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.common.redis.RoomFields;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Counts what the journal holds in two trips: the indexes, then the hashes of the rooms that were touched last. */
@Singleton
class EventStoreReader {
    private static final List<String> INDEXES = List.of(RedisKeys.OPEN, RedisKeys.LIVE, RedisKeys.DONE);
    private static final int COUNTED = 1_000;
    private static final int SHOWN = 100;
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final RedisReads redis;
    private final InstantSource clock;

    EventStoreReader(RedisReads redis, InstantSource clock) {
        this.redis = redis;
        this.clock = clock;
    }

    Uni<EventStoreStats> read() {
        return redis.within(redis.trip(index()).chain(this::count));
    }

    private record Room(RoomId id, long events, String status, long created, long touched) {}

    private record Touched(RoomId room, double at) {}

    private static List<Request> index() {
        return INDEXES.stream()
                .flatMap(index -> Stream.of(
                        Request.cmd(Command.ZCARD).arg(index),
                        Request.cmd(Command.ZREVRANGE)
                                .arg(index)
                                .arg(0)
                                .arg(COUNTED - 1)
                                .arg("WITHSCORES")))
                .toList();
    }

    private Uni<EventStoreStats> count(List<Response> answers) {
        long known = 0;
        List<Touched> touched = new ArrayList<>();
        for (int i = 0; i < answers.size(); i += 2) {
            known += answers.get(i).toLong();
            touched(answers.get(i + 1)).forEach(touched::add);
        }
        List<RoomId> newest = touched.stream()
                .sorted((a, b) -> Double.compare(b.at(), a.at()))
                .map(Touched::room)
                .distinct()
                .limit(COUNTED)
                .toList();
        long rooms = Math.max(known, newest.size());
        return redis.trip(newest.stream().map(EventStoreReader::hash).toList())
                .map(hashes -> stats(
                        rooms,
                        IntStream.range(0, newest.size())
                                .mapToObj(i -> room(newest.get(i), hashes.get(i)))
                                .flatMap(List::stream)
                                .toList()));
    }

    /** Clients of later protocols get pairs, of earlier ones a flat list. */
    private static Stream<Touched> touched(Response list) {
        boolean pairs = list.size() > 0 && list.get(0).size() == 2;
        return IntStream.range(0, pairs ? list.size() : list.size() / 2).boxed().flatMap(i -> {
            Response room = pairs ? list.get(i).get(0) : list.get(2 * i);
            Response score = pairs ? list.get(i).get(1) : list.get(2 * i + 1);
            return RoomId.parse(room.toString()).map(id -> new Touched(id, score.toDouble())).stream();
        });
    }

    private static Request hash(RoomId room) {
        return Request.cmd(Command.HMGET)
                .arg(RedisKeys.room(room))
                .arg(RoomFields.EVENTS)
                .arg(RoomFields.STATUS)
                .arg(RoomFields.CREATED)
                .arg(RoomFields.TOUCHED);
    }

    /** An index is a hint only: a room without a hash is none. */
    private static List<Room> room(RoomId id, Response hash) {
        if (IntStream.range(0, 4).anyMatch(field -> hash.get(field) == null)) {
            return List.of();
        }
        return List.of(new Room(
                id,
                hash.get(0).toLong(),
                hash.get(1).toString(),
                hash.get(2).toLong(),
                hash.get(3).toLong()));
    }

    private EventStoreStats stats(long known, List<Room> rooms) {
        long now = clock.millis();
        long total = rooms.stream().mapToLong(Room::events).sum();
        long highest = rooms.stream().mapToLong(Room::events).max().orElse(0);
        List<Room> recent =
                rooms.stream().filter(room -> room.touched() > now - DAY).toList();
        boolean exact = recent.stream().allMatch(room -> room.created() > now - DAY);
        Map<String, EventStoreStats.RoomStats> byRoom = new LinkedHashMap<>();
        rooms.stream()
                .limit(SHOWN)
                .forEach(room -> byRoom.put(
                        room.id().value(),
                        new EventStoreStats.RoomStats(
                                room.events(),
                                room.status(),
                                Instant.ofEpochMilli(room.touched()).toString())));
        return new EventStoreStats(
                true,
                new EventStoreStats.Statistics(
                        total,
                        highest,
                        rooms.size(),
                        exact ? (Long) recent.stream().mapToLong(Room::events).sum() : null,
                        known,
                        byRoom),
                new EventStoreStats.StoreHealth("healthy", true, total, highest, BigDecimal.valueOf(now, 3)),
                new EventStoreStats.Features(true, true, true));
    }
}
