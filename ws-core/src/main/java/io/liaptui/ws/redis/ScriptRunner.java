package io.liaptui.ws.redis;

import io.liaptui.common.redis.Script;
import io.vertx.core.Future;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Sends scripts over a line by their hash. A server that does not know one (new, restarted, promoted) ran nothing: all
 * scripts are loaded, then the same bytes are sent again.
 */
public final class ScriptRunner {
    private final RedisLine line;
    private final AtomicReference<@Nullable Future<?>> loading = new AtomicReference<>();

    public ScriptRunner(RedisLine line) {
        this.line = line;
    }

    /** A call that may be sent any number of times, each time with the same bytes. */
    public static Request request(Script script, List<String> keys, List<String> args) {
        Request request = Request.cmd(Command.EVALSHA).arg(script.sha()).arg(keys.size());
        keys.forEach(request::arg);
        args.forEach(request::arg);
        return request;
    }

    /** Fails as {@link RedisLine#send} does. */
    public Future<Response> send(Request request) {
        return line.send(request).recover(error -> {
            if (!RedisErrors.isUnknownScript(error)) {
                return Future.failedFuture(error);
            }
            return load().compose(_ -> line.send(request)).recover(ScriptRunner::stillUnknown);
        });
    }

    /** Loaded into one server, sent to the next: a fail-over is under way. */
    private static Future<Response> stillUnknown(Throwable error) {
        return Future.failedFuture(
                RedisErrors.isUnknownScript(error) ? new NoAnswer(String.valueOf(error.getMessage())) : error);
    }

    /** Loads all scripts, once for all calls that wait for it. */
    public Future<?> load() {
        Future<?> running = loading.get();
        if (running != null) {
            return running;
        }
        List<Request> loads = new ArrayList<>();
        for (Script script : Script.values()) {
            loads.add(Request.cmd(Command.SCRIPT).arg("LOAD").arg(script.text()));
        }
        Future<?> started = line.batch(loads);
        loading.set(started);
        started.onComplete(_ -> loading.compareAndSet(started, null));
        return started;
    }
}
