package io.liaptui.ws.admin;

import io.liaptui.common.admin.AuditRow;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.ws.redis.RedisLine;
import io.liaptui.ws.redis.RedisSettings;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** The stream {@code admin:audit}. Stages complete on an event loop. */
public final class RedisAuditLog implements AuditLog, AutoCloseable {
    private final RedisLine line;

    /** Connects with the first call. */
    public RedisAuditLog(Vertx vertx, RedisOptions options, RedisSettings settings) {
        line = new RedisLine(vertx, options, settings, "audit");
    }

    @Override
    public CompletionStage<List<AuditRow>> after(String id) {
        Request range = Request.cmd(Command.XRANGE)
                .arg(RedisKeys.AUDIT)
                .arg("(" + id)
                .arg("+")
                .arg("COUNT")
                .arg(PAGE);
        return line.send(range).map(RedisAuditLog::rows).toCompletionStage();
    }

    @Override
    public CompletionStage<Void> trim(int most) {
        Request trim =
                Request.cmd(Command.XTRIM).arg(RedisKeys.AUDIT).arg("MAXLEN").arg(most);
        return line.send(trim).<Void>mapEmpty().toCompletionStage();
    }

    @Override
    public void close() {
        line.close();
    }

    private static List<AuditRow> rows(Response answer) {
        List<AuditRow> rows = new ArrayList<>();
        for (Response entry : answer) {
            Map<String, String> fields = new HashMap<>();
            Response flat = entry.get(1);
            for (int i = 0; i + 1 < flat.size(); i += 2) {
                fields.put(flat.get(i).toString(), flat.get(i + 1).toString());
            }
            rows.add(new AuditRow(entry.get(0).toString(), fields));
        }
        return rows;
    }
}
