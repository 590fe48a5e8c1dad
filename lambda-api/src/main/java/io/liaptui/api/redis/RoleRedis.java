package io.liaptui.api.redis;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.RedisOptions;
import io.vertx.redis.client.Request;
import io.vertx.redis.client.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A client whose password ends: it is the usual client, made anew with a new password before the old one is too old for
 * another connection. A frozen environment that is woken hours later therefore logs in anew.
 *
 * <p>Threading: any thread; the password is asked for on a thread that may be blocked.
 */
final class RoleRedis implements Redis {
    /** Passwords are good for a quarter of an hour, and a connection may be made at any time. */
    private static final Duration AGE = Duration.ofMinutes(10);

    private static final long LAST_ANSWERS_MILLIS = 5000;

    private final Vertx vertx;
    private final String url;
    private final String user;
    private final Supplier<String> password;
    private final InstantSource clock;
    private @Nullable Future<Redis> current;
    private Instant made = Instant.MIN;

    /**
     * @param url where the cache is, without a user
     */
    RoleRedis(Vertx vertx, String url, String user, Supplier<String> password, InstantSource clock) {
        this.vertx = vertx;
        this.url = url;
        this.user = user;
        this.password = password;
        this.clock = clock;
    }

    @Override
    public Future<RedisConnection> connect() {
        return client().compose(Redis::connect);
    }

    @Override
    public Future<@Nullable Response> send(Request command) {
        return client().compose(client -> client.send(command));
    }

    @Override
    public Future<List<@Nullable Response>> batch(List<Request> commands) {
        return client().compose(client -> client.batch(commands));
    }

    @Override
    public synchronized void close() {
        if (current != null) {
            current.onSuccess(Redis::close);
            current = null;
        }
    }

    private synchronized Future<Redis> client() {
        Future<Redis> known = current;
        Instant now = clock.instant();
        if (known != null && !known.failed() && now.isBefore(made.plus(AGE))) {
            return known;
        }
        if (known != null) {
            known.onSuccess(old -> vertx.setTimer(LAST_ANSWERS_MILLIS, late -> old.close()));
        }
        made = now;
        Future<Redis> fresh =
                vertx.executeBlocking(password::get, false).map(word -> Redis.createClient(vertx, options(word)));
        current = fresh;
        return fresh;
    }

    /** Both stand in the URL, for a user there without a password would be taken for a password. */
    private RedisOptions options(String word) {
        String login =
                URLEncoder.encode(user, StandardCharsets.UTF_8) + ":" + URLEncoder.encode(word, StandardCharsets.UTF_8);
        RedisOptions options = new RedisOptions().setConnectionString(url.replace("://", "://" + login + "@"));
        // Without it the client refuses to use TLS at all
        options.getNetClientOptions().setHostnameVerificationAlgorithm("HTTPS");
        return options;
    }
}
