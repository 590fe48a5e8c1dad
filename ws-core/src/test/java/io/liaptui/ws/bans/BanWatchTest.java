package io.liaptui.ws.bans;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.bans.Ban;
import io.liaptui.common.bans.codec.BanCodec;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.common.redis.Script;
import io.liaptui.ws.redis.RedisProcess;
import io.liaptui.ws.redis.RedisSettings;
import io.liaptui.ws.testkit.VirtualTime;
import io.vertx.redis.client.Command;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The list of bans between a real Redis and what a node goes by. */
class BanWatchTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static RedisProcess redis;

    private final VirtualTime time = new VirtualTime();
    private final Bans bans = new Bans(time::now);
    private final AtomicInteger sweeps = new AtomicInteger();
    private RedisBans store;
    private BanWatch watch;

    @BeforeAll
    static void start() {
        redis = new RedisProcess();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @BeforeEach
    void empty() {
        redis.run(Command.FLUSHALL);
        store = store();
        watch = new BanWatch(store, bans, time, sweeps::incrementAndGet);
    }

    @AfterEach
    void close() {
        store.close();
    }

    private static RedisBans store() {
        return new RedisBans(redis.vertx(), redis.options(), RedisProcess.settings(RedisSettings.class));
    }

    private static Ban ban(String id, Ban.Kind kind, String value) {
        return new Ban(id, kind, value, "", "", "ann", 1, 0);
    }

    private boolean add(Ban ban, Duration lasts) throws Exception {
        return store.add(ban, lasts).toCompletableFuture().get(5, SECONDS);
    }

    private BanWatch.Found look() throws Exception {
        return watch.look().toCompletableFuture().get(5, SECONDS);
    }

    private boolean isBanned(String address, String... browsers) {
        return bans.of(address, List.of(browsers)).isPresent();
    }

    @Test
    void whatIsBannedIsRefusedUntilItsEndAndNothingElse() throws Exception {
        assertThat(look().bans()).isZero();
        assertThat(bans.isEmpty()).isTrue();
        add(ban("a1", Ban.Kind.ADDRESS, "203.0.113.0/24"), HOUR);
        add(ban("a2", Ban.Kind.BROWSER, Bans.hash("secret")), HOUR.multipliedBy(2));
        add(ban("a3", Ban.Kind.NAME, "*spam*"), HOUR);
        assertThat(look()).isEqualTo(new BanWatch.Found(3, 1));
        assertThat(isBanned("203.0.113.9")).isTrue();
        assertThat(isBanned("203.0.114.9")).isFalse();
        assertThat(isBanned("unknown")).isFalse();
        assertThat(isBanned("203.0.114.9", "other", "secret")).isTrue();
        assertThat(bans.ofName("Best SPAM")).isPresent();
        assertThat(bans.ofName("Ann")).isEmpty();
        time.pass(HOUR.plusSeconds(1));
        assertThat(isBanned("203.0.113.9")).isFalse();
        assertThat(isBanned("", "secret")).isTrue();
        time.pass(HOUR);
        assertThat(isBanned("", "secret")).isFalse();
    }

    @Test
    void socketsAreGoneOverTwiceAfterAChangeAndThenLeftAlone() throws Exception {
        add(ban("a1", Ban.Kind.ADDRESS, "203.0.113.9"), HOUR);
        for (int i = 0; i < 5; i++) {
            look();
        }
        assertThat(sweeps).hasValue(2);
        add(ban("a2", Ban.Kind.ADDRESS, "203.0.113.10"), HOUR);
        look();
        assertThat(sweeps).hasValue(3);
    }

    @Test
    void whatIsLiftedIsForgotten() throws Exception {
        add(ban("a1", Ban.Kind.ADDRESS, "203.0.113.9"), HOUR);
        look();
        assertThat(redis.run(Command.EVAL, Script.LIFT.text(), "1", RedisKeys.BANS, "a1")
                        .get(0)
                        .toString())
                .isEqualTo("Lifted");
        assertThat(look().bans()).isZero();
        assertThat(isBanned("203.0.113.9")).isFalse();
        assertThat(redis.run(Command.EVAL, Script.LIFT.text(), "1", RedisKeys.BANS, "a1")
                        .get(0)
                        .toString())
                .isEqualTo("Unknown");
    }

    @Test
    void theListStaysWhileRedisIsAway() throws Exception {
        add(ban("a1", Ban.Kind.ADDRESS, "203.0.113.9"), HOUR);
        look();
        BanStore away = new RedisBans(
                redis.vertx(),
                new io.vertx.redis.client.RedisOptions().setConnectionString("redis://127.0.0.1:1"),
                RedisProcess.settings(RedisSettings.class));
        BanWatch cutOff = new BanWatch(away, bans, time, () -> 0);
        assertThat(cutOff.look()
                        .handle((found, failure) -> failure)
                        .toCompletableFuture()
                        .get(5, SECONDS))
                .isNotNull();
        assertThat(isBanned("203.0.113.9")).isTrue();
    }

    @Test
    void aNodeThatStartsAnewKnowsThemAndRedisForgetsThemByItself() throws Exception {
        add(ban("a1", Ban.Kind.ADDRESS, "203.0.113.9"), HOUR);
        add(ban("a2", Ban.Kind.ADDRESS, "203.0.113.10"), Duration.ofMillis(1));
        Bans fresh = new Bans(time::now);
        // By the clock of Redis, which has to go on by a millisecond
        for (int looks = 0;
                looks == 0
                        || looks < 1_000 && fresh.of("203.0.113.10", List.of()).isPresent();
                looks++) {
            fresh = new Bans(time::now);
            new BanWatch(store, fresh, time, () -> 0)
                    .look()
                    .toCompletableFuture()
                    .get(5, SECONDS);
        }
        assertThat(fresh.of("203.0.113.9", List.of())).isPresent();
        assertThat(fresh.of("203.0.113.10", List.of())).isEmpty();
        assertThat(redis.run(Command.PTTL, RedisKeys.BANS).toLong())
                .isBetween(HOUR.minusMinutes(1).toMillis(), HOUR.plusMinutes(2).toMillis());
    }

    @Test
    void thereIsAnEndToHowManyThereAre() throws Exception {
        String script = Script.BAN.text();
        String json = BanCodec.json(ban("x", Ban.Kind.ADDRESS, "203.0.113.9"));
        assertThat(redis.run(Command.EVAL, script, "1", RedisKeys.BANS, "a1", "60000", "1", json)
                        .get(0)
                        .toString())
                .isEqualTo("Banned");
        assertThat(redis.run(Command.EVAL, script, "1", RedisKeys.BANS, "a2", "60000", "1", json)
                        .get(0)
                        .toString())
                .isEqualTo("Full");
        assertThat(redis.run(Command.EVAL, script, "1", RedisKeys.BANS, "a1", "60000", "1", json)
                        .get(0)
                        .toString())
                .as("again the same")
                .isEqualTo("Banned");
    }

    @Test
    void whoeverShowsTheSecretOfABannedSeatIsBannedWithItsBrowser() throws Exception {
        add(ban("a1", Ban.Kind.SEAT, "f00d"), HOUR);
        look();
        assertThat(bans.ofSeat("beef", List.of("secret"))).isEmpty();
        assertThat(isBanned("", "secret")).isFalse();
        assertThat(bans.ofSeat("f00d", List.of("secret"))).isPresent();
        io.liaptui.ws.redis.Eventually.until("the browser's ban", () -> {
            try {
                look();
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            return isBanned("", "secret");
        });
        assertThat(redis.run(Command.HGETALL, RedisKeys.BANS).toString()).doesNotContain("secret");
    }
}
