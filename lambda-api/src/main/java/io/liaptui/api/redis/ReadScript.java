package io.liaptui.api.redis;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A Lua script that only reads. A server that does not know it yet is sent the whole text: a second trip, once. */
public final class ReadScript {
    private final String text;
    private final String sha;

    public ReadScript(String text) {
        this.text = text;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
            sha = HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }

    /** The script's answer; null for Lua's false. */
    public Uni<@Nullable Response> run(RedisReads redis, List<String> keys, List<String> arguments) {
        return redis.trip(List.of(request(Command.EVALSHA, sha, keys, arguments)))
                .onFailure(ReadScript::isUnknown)
                .recoverWithUni(() -> redis.trip(List.of(request(Command.EVAL, text, keys, arguments))))
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
