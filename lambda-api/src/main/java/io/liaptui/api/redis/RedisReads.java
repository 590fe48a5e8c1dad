package io.liaptui.api.redis;

import io.liaptui.api.Settings;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import io.vertx.redis.client.impl.types.ErrorType;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads from Redis: one pipeline is one round trip. The connection is made at the first read and kept between
 * invocations.
 *
 * <p>An execution environment may be frozen between two requests, and its connection may die unnoticed meanwhile. So a
 * read that fails or gets no answer is tried twice more on other connections; reads can be repeated. The dead ones are
 * closed by the client's read-idle timeout.
 *
 * <p>Threading: any thread; answers come on an event loop. Errors: {@link RedisAway}, {@link NoJournal}, or the error of
 * a command that Redis refused.
 */
@Singleton
public class RedisReads {
    /** How the client's batch reports a lost connection: as an error of the first command, like one of Redis' own. */
    private static final Pattern LOST = Pattern.compile("(ERR \\[\\d+] ?)?(CONNECTION_CLOSED|[\\w.$]+Exception)\\b");

    private static final Pattern NUMBERED = Pattern.compile("^ERR \\[\\d+] ?");

    /** Answers of a server that cannot serve now and will later. */
    private static final Set<String> STATES =
            Set.of("LOADING", "MASTERDOWN", "CLUSTERDOWN", "TRYAGAIN", "BUSY", "OOM", "NOREPLICAS");

    private final Redis redis;
    private final Settings.Redis settings;
    private final boolean none;
    private volatile boolean asleep;

    RedisReads(Redis redis, Settings settings) {
        this.redis = redis;
        this.settings = settings.redis();
        this.none = settings.journal() == Settings.Journal.MEMORY;
    }

    /** From now on every read fails as if Redis were away, and no connection is made. */
    public void sleep() {
        asleep = true;
    }

    /** Reads again. */
    public void wake() {
        asleep = false;
    }

    /** One round trip: the answers in the order of the commands. */
    public Uni<List<Response>> trip(List<Request> commands) {
        if (commands.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return redis.batch(commands)
                .ifNoItem()
                .after(settings.attempt())
                .fail()
                .onFailure(failure -> !isRefusal(failure))
                .retry()
                .atMost(2);
    }

    /** What a request reads, all trips together within the deadline. Fails at once where there is no Redis by setting. */
    public <T> Uni<T> within(Uni<T> reads) {
        if (asleep) {
            return Uni.createFrom().failure(() -> new RedisAway("Redis is not asked before the function runs.", null));
        }
        if (none) {
            return Uni.createFrom().failure(NoJournal::new);
        }
        return reads.ifNoItem()
                .after(settings.deadline())
                .fail()
                .onFailure(RedisReads::isAway)
                .transform(RedisReads::away);
    }

    /** Redis' own answer; the client makes the loss of a connection one too. */
    static boolean isRefusal(Throwable failure) {
        return failure instanceof ErrorType refused
                && !LOST.matcher(refused.getMessage()).lookingAt();
    }

    static boolean isAway(Throwable failure) {
        return switch (failure) {
            // Any other answer is not the server's state but our mistake: a wrong command, a key of another type.
            case ErrorType refused -> !isRefusal(refused) || STATES.contains(word(refused.getMessage()));
            case TimeoutException timeout -> true;
            case java.io.IOException broken -> true;
            case io.vertx.core.VertxException broken -> true;
            default -> failure.getClass().getPackageName().startsWith("io.vertx.redis");
        };
    }

    private static RedisAway away(Throwable failure) {
        String reason =
                switch (failure) {
                    case TimeoutException timeout -> "it did not answer in time";
                    case ErrorType refused when isRefusal(refused) -> "it answered " + word(refused.getMessage());
                    default -> "it cannot be reached";
                };
        return new RedisAway("Redis is away: " + reason + ". Try again in a moment.", failure);
    }

    /** The word that Redis begins an error with; in a pipeline the client puts the number of the command before it. */
    private static String word(String text) {
        String message = NUMBERED.matcher(text).replaceFirst("");
        int end = message.indexOf(' ');
        return end < 0 ? message : message.substring(0, end);
    }
}
