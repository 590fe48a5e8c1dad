package io.liaptui.api.admin;

import io.liaptui.api.http.BadRequest;
import io.liaptui.api.http.NotThere;
import io.liaptui.api.http.Unprocessable;
import io.liaptui.api.redis.NoJournal;
import io.liaptui.api.redis.RedisAway;
import io.liaptui.api.redis.RedisReads;
import io.liaptui.common.admin.AuditRow;
import io.liaptui.common.redis.RedisKeys;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * Writes down what operators do, see {@link AuditRow}: before it is done, so that nothing is done that is not written down,
 * and again with what was answered.
 */
@Singleton
class AuditTrail {
    private static final Logger LOG = Logger.getLogger(AuditTrail.class);
    private static final int LONGEST = 600;

    private final RedisReads redis;
    private final Caller caller;

    AuditTrail(RedisReads redis, Caller caller) {
        this.redis = redis;
        this.caller = caller;
    }

    /**
     * What an operator wants.
     *
     * @param action such as {@code drain}
     * @param about a node, a room, what is banned; or nothing
     * @param detail more of it, or nothing; never what is to be erased
     */
    record Deed(String action, String about, String detail) {}

    /** Does it, and writes it down before and after. Fails, and does nothing, if it cannot be written down before. */
    <T> Uni<RestResponse<T>> written(Deed deed, Supplier<Uni<RestResponse<T>>> work) {
        String number = Commands.newId();
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put(AuditRow.NUMBER, number);
        asked.put(AuditRow.WHO, caller.who());
        asked.put(AuditRow.FROM, caller.from());
        asked.put(AuditRow.ACTION, deed.action());
        asked.put(AuditRow.ABOUT, deed.about());
        asked.put(AuditRow.DETAIL, deed.detail());
        return redis.within(redis.trip(List.of(add(asked)))).chain(ignored -> Uni.createFrom()
                .deferred(() -> work.get())
                .onItem()
                .call(answer -> answered(number, answer.getStatus(), "", command(answer)))
                .onFailure()
                .call(failure -> answered(number, status(failure), String.valueOf(failure.getMessage()), "")));
    }

    private static <T> String command(RestResponse<T> answer) {
        return answer.getEntity() instanceof Traced traced && traced.command() != null ? traced.command() : "";
    }

    private Uni<Void> answered(String number, int status, String detail, String command) {
        Map<String, String> row = new LinkedHashMap<>();
        row.put(AuditRow.OF, number);
        row.put(AuditRow.STATUS, Integer.toString(status));
        row.put(AuditRow.DETAIL, detail);
        row.put(AuditRow.COMMAND, command);
        return redis.within(redis.trip(List.of(add(row))))
                .replaceWithVoid()
                .onFailure()
                .invoke(failure -> LOG.errorf("ALARM what came of %s is not written down: %s", number, failure))
                .onFailure()
                .recoverWithNull();
    }

    private static int status(Throwable failure) {
        return switch (failure) {
            case Refused refused -> refused.status();
            case NotThere none -> 404;
            case BadRequest bad -> 400;
            case Unprocessable bad -> 422;
            case RedisAway away -> 503;
            case NoJournal none -> 503;
            default -> 500;
        };
    }

    private static Request add(Map<String, String> fields) {
        Request add = Request.cmd(Command.XADD)
                .arg(RedisKeys.AUDIT)
                .arg("MAXLEN")
                .arg("~")
                .arg(AuditRow.MOST)
                .arg("*");
        fields.forEach((name, value) ->
                add.arg(name).arg(value.length() > LONGEST ? value.substring(0, LONGEST) + "…" : value));
        return add;
    }
}
