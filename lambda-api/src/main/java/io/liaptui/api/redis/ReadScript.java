package io.liaptui.api.redis;

import io.liaptui.common.redis.Script;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A Lua script that only reads. Nodes load it into Redis when they connect; a server
 * that does not know it yet is sent the whole text: a second trip, once.
 */
public final class ReadScript {
    private final Script script;

    public ReadScript(Script script) {
        this.script = script;
    }

    /** The script's answer; null for Lua's false. */
    public Uni<@Nullable Response> run(RedisReads redis, List<String> keys, List<String> arguments) {
        return redis.trip(List.of(request(Command.EVALSHA, script.sha(), keys, arguments)))
                .onFailure(ReadScript::isUnknown)
                .recoverWithUni(() -> redis.trip(List.of(request(Command.EVAL, script.text(), keys, arguments))))
                .map(List::getFirst);
    }

    private static boolean isUnknown(Throwable failure) {
        return failure instanceof ErrorType refused && refused.getMessage().contains("NOSCRIPT");
    }

    private static Request request(Command command, String script, List<String> keys, List<String> arguments) {
        Request request = Request.cmd(command).arg(script).arg(keys.size());
        keys.forEach(request::arg);
        arguments.forEach(request::arg);
        return request;
    }
}
