package io.liaptui.api.events;

import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.common.redis.RoomFields;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Counts what the journal holds: {@link #questions} go with a first trip, those of {@link #newest} with a second, so that
 * whoever asks Redis for something else as well needs no trips of its own for this.
 */
public final class EventCounts {
    private static final List<String> INDEXES = List.of(RedisKeys.OPEN, RedisKeys.LIVE, RedisKeys.DONE);
    private static final int COUNTED = 1_000;
    private static final int SHOWN = 100;
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final long known;
    private final List<RoomId> newest;

    private EventCounts(long known, List<RoomId> newest) {
        this.known = known;
        this.newest = newest;
    }

    private record Room(RoomId id, long events, String status, long created, long touched) {}

    private record Touched(RoomId room, double at) {}

    /** How many rooms there are, and which were touched last. */
    public static List<Request> questions() {
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

    /** Reads the answers to {@link #questions}. */
    public static EventCounts newest(List<Response> answers) {
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
        return new EventCounts(Math.max(known, newest.size()), newest);
    }

    /** What those rooms hold. */
    public List<Request> rooms() {
        return newest.stream().map(EventCounts::hash).toList();
    }

    /** Reads the answers to {@link #rooms}. */
    public EventStoreStats.Statistics statistics(List<Response> hashes, Instant now) {
        List<Room> rooms = IntStream.range(0, newest.size())
                .mapToObj(i -> room(newest.get(i), hashes.get(i)))
                .flatMap(List::stream)
                .toList();
        long yesterday = now.toEpochMilli() - DAY;
        List<Room> recent =
                rooms.stream().filter(room -> room.touched() > yesterday).toList();
        boolean exact = recent.stream().allMatch(room -> room.created() > yesterday);
        Map<String, EventStoreStats.RoomStats> byRoom = new LinkedHashMap<>();
        rooms.stream()
                .limit(SHOWN)
                .forEach(room -> byRoom.put(
                        room.id().value(),
                        new EventStoreStats.RoomStats(
                                room.events(),
                                room.status(),
                                Instant.ofEpochMilli(room.touched()).toString())));
        return new EventStoreStats.Statistics(
                rooms.stream().mapToLong(Room::events).sum(),
                rooms.stream().mapToLong(Room::events).max().orElse(0),
                rooms.size(),
                exact ? (Long) recent.stream().mapToLong(Room::events).sum() : null,
                known,
                byRoom);
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
}
