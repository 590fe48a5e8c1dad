package io.liaptui.api.testkit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.liaptui.common.history.Entry;
import io.liaptui.common.history.StoredEvent;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Token;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.common.redis.NodeStats;
import io.liaptui.common.redis.RedisKeys;
import java.util.ArrayList;
import java.util.List;

/** What game nodes leave in Redis: rooms, logs, seats, beats and figures. */
public final class World implements AutoCloseable {
    public static final long CREATED = 1_795_267_000_123L;

    private final RedisClient redis;

    public World(int port) {
        redis = new RedisClient(port);
        redis.run("FLUSHALL");
    }

    public void room(String id, String index, String status, long touched, long events) {
        RoomId room = new RoomId(id);
        redis.run("ZADD", index, Long.toString(touched), id);
        redis.run(
                "HSET",
                RedisKeys.room(room),
                "game",
                "liaptui",
                "status",
                status,
                "host",
                "Ann",
                "events",
                Long.toString(events),
                "seats",
                "[{\"name\":\"Ann\",\"is_bot\":false,\"is_host\":true,\"avatar_color\":\"blue\"},null,"
                        + "{\"name\":\"Bot 3\",\"is_bot\":true,\"is_host\":false,\"avatar_color\":null},null]",
                "created",
                Long.toString(CREATED),
                "touched",
                Long.toString(touched));
    }

    public void status(String id, String status) {
        redis.run("HSET", RedisKeys.room(new RoomId(id)), "status", status);
    }

    public void seat(String id, int seat, String player, Token token) {
        redis.run("HSET", RedisKeys.seats(new RoomId(id)), "p:" + seat, player, "t:" + seat, token.hash());
    }

    public void log(String id, Entry entry) {
        List<String> command = new ArrayList<>(List.of("XADD", RedisKeys.log(new RoomId(id)), entry.id()));
        entry.fields().forEach((name, value) -> {
            command.add(name);
            command.add(value);
        });
        redis.run(command.toArray(String[]::new));
    }

    public void log(String id, List<Entry> entries) {
        entries.forEach(entry -> log(id, entry));
    }

    public void dropFromLog(String id, long version) {
        redis.run("XDEL", RedisKeys.log(new RoomId(id)), version + "-0");
    }

    /** A node whose last beat was so many milliseconds ago. */
    public void node(String id, String state, long silence, int rooms, int capacity) {
        NodeRow row = new NodeRow(9, state, 1, "b1", 1, 1, rooms, capacity, "10.0.0.7:8081");
        redis.run("HSET", RedisKeys.NODES, id, row.toJson());
        redis.run(
                "EVAL",
                "local t = redis.call('TIME') redis.replicate_commands() "
                        + "return redis.call('ZADD', KEYS[1], t[1] * 1000 + math.floor(t[2] / 1000) - ARGV[1], ARGV[2])",
                "1",
                RedisKeys.NODES_SEEN,
                Long.toString(silence),
                id);
    }

    public void stats(String id, NodeStats stats) {
        redis.run("SET", RedisKeys.stats(new NodeId(id)), stats.toJson(), "PX", "10000");
    }

    public void text(String key, String value) {
        redis.run("SET", key, value);
    }

    public void run(String... command) {
        redis.run(command);
    }

    /** A running room of {@code batches} batches with as many events each, numbered in their payload. */
    public void longRoom(String id, int batches, int perBatch) {
        room(id, RedisKeys.LIVE, "running", CREATED, (long) batches * perBatch);
        long first = 1;
        for (int version = 1; version <= batches; version++) {
            List<StoredEvent> events = new ArrayList<>();
            for (int i = 0; i < perBatch; i++) {
                events.add(StoredEvent.open(
                        "test.counted",
                        null,
                        JsonNodeFactory.instance.objectNode().put("n", first + i)));
            }
            log(id, new Entry(version, 7, CREATED + version, first, events, List.of(), -1, null));
            first += perBatch;
        }
    }

    @Override
    public void close() {
        redis.close();
    }
}
