package io.liaptui.ws.journal;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.ws.redis.RedisLine;
import io.liaptui.ws.redis.RedisSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** The lists of rooms in Redis, over one connection. Stages complete on an event loop. */
public final class RedisIndex implements RoomIndex, AutoCloseable {
    private final RedisLine line;

    /** Connects with the first call. */
    public RedisIndex(Vertx vertx, RedisOptions options, RedisSettings settings) {
        line = new RedisLine(vertx, options, settings, "index");
    }

    @Override
    public CompletionStage<Void> place(RoomId room, Shelf shelf, long touched) {
        List<Request> commands = new ArrayList<>();
        for (Shelf each : Shelf.values()) {
            commands.add(each == shelf ? put(each, room, touched) : take(each, room));
        }
        return done(line.batch(commands));
    }

    @Override
    public CompletionStage<Void> remove(RoomId room) {
        List<Request> commands = new ArrayList<>();
        for (Shelf each : Shelf.values()) {
            commands.add(take(each, room));
        }
        return done(line.batch(commands));
    }

    @Override
    public CompletionStage<Map<RoomId, Map<String, String>>> list(Shelf shelf, int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("a list needs a limit of at least 1, not " + limit);
        }
        Request newest = Request.cmd(Command.ZRANGE)
                .arg(key(shelf))
                .arg(0)
                .arg(limit - 1)
                .arg("REV");
        return RedisJournal.read(line.send(newest).compose(this::hashes), found -> found);
    }

    @Override
    public CompletionStage<Void> expect(NodeId node, RoomId room) {
        return done(
                line.send(Request.cmd(Command.SADD).arg(RedisKeys.roomsOf(node)).arg(room.value())));
    }

    @Override
    public CompletionStage<Void> release(NodeId node, List<RoomId> rooms) {
        if (rooms.isEmpty()) {
            return done(Future.succeededFuture());
        }
        Request command = Request.cmd(Command.SREM).arg(RedisKeys.roomsOf(node));
        rooms.forEach(room -> command.arg(room.value()));
        return done(line.send(command));
    }

    @Override
    public CompletionStage<Set<RoomId>> roomsOf(NodeId node) {
        Request command = Request.cmd(Command.SMEMBERS).arg(RedisKeys.roomsOf(node));
        return RedisJournal.read(line.send(command), answer -> new LinkedHashSet<>(rooms(answer)));
    }

    @Override
    public void close() {
        line.close();
    }

    private Future<Map<RoomId, Map<String, String>>> hashes(Response newest) {
        List<RoomId> rooms = rooms(newest);
        if (rooms.isEmpty()) {
            return Future.succeededFuture(Map.of());
        }
        List<Request> commands = new ArrayList<>();
        rooms.forEach(room -> commands.add(Request.cmd(Command.HGETALL).arg(RedisKeys.room(room))));
        return line.batch(commands).map(answers -> {
            Map<RoomId, Map<String, String>> found = new LinkedHashMap<>();
            for (int i = 0; i < rooms.size(); i++) {
                Map<String, String> hash = Answers.map(answers.get(i));
                if (!hash.isEmpty()) {
                    found.put(rooms.get(i), hash);
                }
            }
            return found;
        });
    }

    /** What is no room's id is not ours. */
    private static List<RoomId> rooms(Response names) {
        return names.stream()
                .map(name -> RoomId.parse(name.toString()))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Request put(Shelf shelf, RoomId room, long touched) {
        return Request.cmd(Command.ZADD).arg(key(shelf)).arg(touched).arg(room.value());
    }

    private static Request take(Shelf shelf, RoomId room) {
        return Request.cmd(Command.ZREM).arg(key(shelf)).arg(room.value());
    }

    static String key(Shelf shelf) {
        return switch (shelf) {
            case OPEN -> RedisKeys.OPEN;
            case LIVE -> RedisKeys.LIVE;
            case DONE -> RedisKeys.DONE;
        };
    }

    private static CompletionStage<Void> done(Future<?> answer) {
        return RedisJournal.read(answer, _ -> null);
    }
}
