package io.liaptui.ws.admin;

import io.liaptui.common.archive.NameErasure;
import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.common.redis.Script;
import io.liaptui.common.room.RoomStatus;
import io.liaptui.ws.journal.RoomLog;
import io.liaptui.ws.journal.WholeLog;
import io.liaptui.ws.redis.RedisLine;
import io.liaptui.ws.redis.RedisSettings;
import io.liaptui.ws.redis.ScriptRunner;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Rooms in Redis. No list has those that are closed, so this goes over all keys, in steps of {@value #STEP}: only for an
 * operator, never for a player. Stages complete on an event loop.
 */
public final class RedisPastRooms implements PastRooms, AutoCloseable {
    private static final int STEP = 500;
    private static final Pattern ROOM = Pattern.compile("\\{room:([A-Z0-9]{1,6})}");

    private final RedisLine line;
    private final ScriptRunner scripts;
    private final WholeLog log;

    /** Connects with the first call. */
    public RedisPastRooms(Vertx vertx, RedisOptions options, RedisSettings settings, RoomLog log) {
        line = new RedisLine(vertx, options, settings, "erasure");
        scripts = new ScriptRunner(line);
        this.log = new WholeLog(log);
    }

    @Override
    public CompletionStage<Some> erase(String cursor, NameErasure name) {
        Request scan = Request.cmd(Command.SCAN)
                .arg(cursor)
                .arg("MATCH")
                .arg("{room:*}")
                .arg("COUNT")
                .arg(STEP);
        return line.send(scan)
                .compose(page -> rooms(page.get(1), name)
                        .map(found -> new Some(page.get(0).toString(), found.changed(), found.inUse())))
                .toCompletionStage();
    }

    @Override
    public void close() {
        line.close();
    }

    private Future<Some> rooms(Response keys, NameErasure name) {
        Future<Some> all = Future.succeededFuture(new Some("", 0, List.of()));
        for (Response key : keys) {
            Matcher room = ROOM.matcher(key.toString());
            if (room.matches()) {
                RoomId id = new RoomId(room.group(1));
                all = all.compose(before -> room(id, name, before));
            }
        }
        return all;
    }

    private Future<Some> room(RoomId id, NameErasure name, Some before) {
        Request fields = Request.cmd(Command.HMGET)
                .arg(RedisKeys.room(id))
                .arg(RoomFields.STATUS)
                .arg(RoomFields.VERSION)
                .arg(RoomFields.HOST)
                .arg(RoomFields.SEATS);
        return line.batch(List.of(fields, Request.cmd(Command.HGETALL).arg(RedisKeys.seats(id))))
                .compose(answers -> {
                    Response hash = answers.get(0);
                    if (hash.get(0) == null || hash.get(1) == null) {
                        return Future.succeededFuture(before);
                    }
                    if (RoomStatus.of(hash.get(0).toString())
                            .filter(status -> !status.isLive())
                            .isPresent()) {
                        return past(id, name, hash, before);
                    }
                    return Future.succeededFuture(sits(answers.get(1), name) ? with(before, id) : before);
                });
    }

    private Future<Some> past(RoomId id, NameErasure name, Response hash, Some before) {
        return Future.fromCompletionStage(log.read(id)).compose(entries -> name.from(entries)
                // The log is gone, the tombstone still tells who sat there
                .or(() -> entries.isEmpty() && isNamed(hash, name) ? Optional.of(entries) : Optional.empty())
                .map(kept -> rewrite(id, name, hash, kept)
                        .map(done -> new Some("", before.changed() + (done ? 1 : 0), before.inUse())))
                .orElseGet(() -> Future.succeededFuture(before)));
    }

    private static boolean isNamed(Response hash, NameErasure name) {
        if (hash.get(2) != null && name.isMeant(hash.get(2).toString())) {
            return true;
        }
        return hash.get(3) != null
                && new JsonArray(hash.get(3).toString())
                        .stream()
                                .anyMatch(seat ->
                                        seat instanceof JsonObject who && name.isMeant(who.getString("name", "")));
    }

    private Future<Boolean> rewrite(RoomId id, NameErasure name, Response hash, List<Entry> entries) {
        boolean hosted = hash.get(2) != null && name.isMeant(hash.get(2).toString());
        List<String> arguments = new ArrayList<>();
        arguments.add(hash.get(1).toString());
        // Who sat where is in the log; lists do not show what is over
        List<String> fields = new ArrayList<>(List.of(RoomFields.SEATS, "[]"));
        if (hosted) {
            fields.addAll(List.of(RoomFields.HOST, NameErasure.replacement(null)));
        }
        arguments.add(Integer.toString(fields.size()));
        arguments.addAll(fields);
        arguments.add(Integer.toString(entries.size()));
        for (Entry entry : entries) {
            List<String> parts = new ArrayList<>(List.of(entry.id()));
            entry.fields().forEach((field, value) -> parts.addAll(List.of(field, value)));
            arguments.add(Integer.toString(parts.size()));
            arguments.addAll(parts);
        }
        List<String> keys = List.of(RedisKeys.room(id), RedisKeys.log(id), RedisKeys.snapshot(id), RedisKeys.seats(id));
        return scripts.send(ScriptRunner.request(Script.REWRITE, keys, arguments))
                .map(answer -> answer.get(0).toString().equals("Rewritten"));
    }

    private static boolean sits(Response seats, NameErasure name) {
        return seats.getKeys().stream()
                .filter(field -> field.startsWith("p:"))
                .anyMatch(field -> name.isMeant(seats.get(field).toString()));
    }

    private static Some with(Some some, RoomId room) {
        List<RoomId> inUse = new ArrayList<>(some.inUse());
        inUse.add(room);
        return new Some(some.next(), some.changed(), List.copyOf(inUse));
    }
}
