package io.liaptui.ws.admin;

import io.liaptui.common.admin.AdminOutcome;
import io.liaptui.common.admin.AuditRow;
import io.liaptui.common.admin.CommandRecord;
import io.liaptui.common.admin.codec.AdminCodec;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.ws.redis.RedisLine;
import io.liaptui.ws.redis.RedisSettings;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/** Outcomes in the record of the command, see {@link CommandRecord}. */
public final class RedisOutcomes implements Outcomes, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RedisOutcomes.class);

    private final RedisLine line;
    private final NodeId me;

    /** Connects with the first outcome. */
    public RedisOutcomes(Vertx vertx, RedisOptions options, RedisSettings settings, NodeId me) {
        line = new RedisLine(vertx, options, settings, "admin");
        this.me = me;
    }

    @Override
    public CompletionStage<Void> say(String command, AdminOutcome outcome) {
        String key = RedisKeys.command(command);
        Request write = Request.cmd(Command.HSET)
                .arg(key)
                .arg(CommandRecord.NODE + me.value())
                .arg(AdminCodec.write(outcome));
        Request lives = Request.cmd(Command.PEXPIRE).arg(key).arg(CommandRecord.LIVES.toMillis());
        List<Request> all = new ArrayList<>(List.of(write, lives));
        if (outcome.state().isEnd()) {
            all.add(ended(command, outcome));
        }
        return line.batch(all)
                .onFailure(error -> LOG.warnf(
                        "What came of command %s was not written: %s (%s)",
                        command, outcome.detail(), error.getMessage()))
                .<Void>mapEmpty()
                .otherwiseEmpty()
                .toCompletionStage();
    }

    /** For the log of what operators did. */
    private Request ended(String command, AdminOutcome outcome) {
        Request add = Request.cmd(Command.XADD)
                .arg(RedisKeys.AUDIT)
                .arg("MAXLEN")
                .arg("~")
                .arg(AuditRow.MOST)
                .arg("*");
        Map<String, String> fields = Map.of(
                AuditRow.COMMAND,
                command,
                AuditRow.NODE,
                me.value(),
                AuditRow.STATE,
                outcome.state().text(),
                AuditRow.DETAIL,
                outcome.detail());
        fields.forEach((name, value) -> add.arg(name).arg(value));
        return add;
    }

    @Override
    public void close() {
        line.close();
    }
}
