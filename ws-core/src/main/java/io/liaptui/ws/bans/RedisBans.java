package io.liaptui.ws.bans;

import io.liaptui.common.bans.Ban;
import io.liaptui.common.bans.codec.BanCodec;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.common.redis.Script;
import io.liaptui.ws.redis.RedisLine;
import io.liaptui.ws.redis.RedisSettings;
import io.liaptui.ws.redis.ScriptRunner;
import io.vertx.core.Vertx;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/** Bans in Redis, see {@link RedisKeys}. Stages complete on an event loop. */
public final class RedisBans implements BanStore, AutoCloseable {
    private static final Logger LOG = Logger.getLogger(RedisBans.class);

    private final RedisLine line;
    private final ScriptRunner scripts;

    /** Connects with the first call. */
    public RedisBans(Vertx vertx, RedisOptions options, RedisSettings settings) {
        line = new RedisLine(vertx, options, settings, "bans");
        scripts = new ScriptRunner(line);
    }

    @Override
    public CompletionStage<Optional<Snapshot>> read(String known) {
        return scripts.send(ScriptRunner.request(Script.BANS, List.of(RedisKeys.BANS), List.of(known)))
                .map(RedisBans::snapshot)
                .toCompletionStage();
    }

    @Override
    public CompletionStage<Boolean> add(Ban ban, Duration lasts) {
        List<String> arguments =
                List.of(ban.id(), Long.toString(lasts.toMillis()), Integer.toString(Ban.MOST), BanCodec.json(ban));
        return scripts.send(ScriptRunner.request(Script.BAN, List.of(RedisKeys.BANS), arguments))
                .map(answer -> answer.get(0).toString().equals("Banned"))
                .toCompletionStage();
    }

    @Override
    public void close() {
        line.close();
    }

    private static Optional<Snapshot> snapshot(Response answer) {
        if (!answer.get(0).toString().equals("Bans")) {
            return Optional.empty();
        }
        List<Ban> bans = new ArrayList<>();
        for (int i = 3; i + 1 < answer.size(); i += 2) {
            try {
                bans.add(BanCodec.read(
                        answer.get(i).toString(), answer.get(i + 1).toString()));
            } catch (IllegalArgumentException e) {
                LOG.warnf("A ban is passed over here: %s", e.getMessage());
            }
        }
        return Optional.of(new Snapshot(answer.get(1).toString(), answer.get(2).toLong(), List.copyOf(bans)));
    }
}
