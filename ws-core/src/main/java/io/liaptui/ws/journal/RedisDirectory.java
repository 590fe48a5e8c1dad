package io.liaptui.ws.journal;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.ws.redis.RedisLine;
import io.liaptui.ws.redis.RedisSettings;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/**
 * The lists and hashes in Redis, in pages of {@value #PAGE} over a connection of their own, so that nothing that players
 * wait for stands behind them. Stages complete on an event loop.
 */
public final class RedisDirectory implements Directory, AutoCloseable {
    private static final int PAGE = 500;

    private final RedisLine line;

    /** Connects with the first call. */
    public RedisDirectory(Vertx vertx, RedisOptions options, RedisSettings settings) {
        line = new RedisLine(vertx, options, settings, "directory");
    }

    @Override
    public CompletionStage<Set<RoomId>> listed(RoomIndex.Shelf shelf) {
        return RedisJournal.read(page(RedisIndex.key(shelf), 0, new HashSet<>()), all -> all);
    }

    @Override
    public CompletionStage<Map<RoomId, Facts>> facts(Collection<RoomId> rooms) {
        return RedisJournal.read(facts(List.copyOf(rooms), 0, new HashMap<>()), all -> all);
    }

    @Override
    public void close() {
        line.close();
    }

    private Future<Set<RoomId>> page(String key, int from, Set<RoomId> all) {
        Request page = Request.cmd(Command.ZRANGE).arg(key).arg(from).arg(from + PAGE - 1);
        return line.send(page).compose(names -> {
            names.forEach(name -> RoomId.parse(name.toString()).ifPresent(all::add));
            return names.size() < PAGE ? Future.succeededFuture(all) : page(key, from + PAGE, all);
        });
    }

    private Future<Map<RoomId, Facts>> facts(List<RoomId> rooms, int from, Map<RoomId, Facts> all) {
        List<RoomId> page = rooms.subList(Math.min(rooms.size(), from), Math.min(rooms.size(), from + PAGE));
        if (page.isEmpty()) {
            return Future.succeededFuture(all);
        }
        List<Request> commands = page.stream()
                .map(room -> Request.cmd(Command.HMGET)
                        .arg(RedisKeys.room(room))
                        .arg(RoomFields.OWNER)
                        .arg(RoomFields.STATUS)
                        .arg(RoomFields.TOUCHED))
                .toList();
        return line.batch(commands).compose(answers -> {
            for (int i = 0; i < page.size(); i++) {
                RoomId room = page.get(i);
                facts(answers.get(i)).ifPresent(facts -> all.put(room, facts));
            }
            return facts(rooms, from + PAGE, all);
        });
    }

    /** Nobody owns a hash without an owner, so it is none. */
    private static Optional<Facts> facts(Response fields) {
        Response touched = fields.get(2);
        return fields.get(0) == null || fields.get(1) == null
                ? Optional.empty()
                : Optional.of(new Facts(
                        new NodeId(fields.get(0).toString()),
                        fields.get(1).toString(),
                        touched == null ? 0 : touched.toLong()));
    }
}
