package io.liaptui.ws.journal;

import io.liaptui.common.history.Entry;
import io.liaptui.common.history.Schema;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.ws.redis.RedisLine;
import io.liaptui.ws.redis.RedisSettings;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** Logs in Redis, over a connection of their own: a long page must not hold appends up. Stages complete on an event loop. */
public final class RedisLog implements RoomLog, AutoCloseable {
    private final RedisLine line;

    /** Connects with the first call. */
    public RedisLog(Vertx vertx, RedisOptions options, RedisSettings settings) {
        line = new RedisLine(vertx, options, settings, "log");
    }

    @Override
    public CompletionStage<List<Entry>> after(RoomId room, long version, int limit) {
        Request page = Request.cmd(Command.XRANGE)
                .arg(RedisKeys.log(room))
                .arg((version + 1) + "-0")
                .arg("+")
                .arg("COUNT")
                .arg(limit);
        return RedisJournal.read(line.send(page), answer -> Answers.entries(answer, Schema.ofBuild()));
    }

    @Override
    public void close() {
        line.close();
    }
}
