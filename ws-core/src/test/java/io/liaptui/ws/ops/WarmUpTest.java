package io.liaptui.ws.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.games.liaptui.module.LiapTuiModule;
import io.liaptui.ws.journal.RedisJournal;
import io.liaptui.ws.redis.RedisProcess;
import io.liaptui.ws.redis.RedisSettings;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    @Test
    void everyGameIsHandedOverAndPlayedToItsEnd() {
        try (WarmUp warmUp = new WarmUp(new LiapTuiModule(), new Random(1))) {
            assertThat(warmUp.inMemory(24, Duration.ofSeconds(30))).isEqualTo(24);
        }
    }

    @Test
    void withoutTimeNothingIsPlayed() {
        try (WarmUp warmUp = new WarmUp(new LiapTuiModule(), new Random(1))) {
            assertThat(warmUp.inMemory(24, Duration.ZERO)).isZero();
        }
    }

    @Test
    void aJournalThatIsAwayIsLeftAlone() throws Exception {
        RedisProcess redis = new RedisProcess();
        try (WarmUp warmUp = new WarmUp(new LiapTuiModule(), new Random(1));
                RedisJournal journal =
                        new RedisJournal(redis.vertx(), redis.options(), RedisProcess.settings(RedisSettings.class))) {
            assertThat(warmUp.answers(journal)).isTrue();
            redis.stop();
            assertThat(warmUp.answers(journal)).isFalse();
        } finally {
            redis.close();
        }
    }

    @Test
    void aJournalThatGoesAwayInTheMiddleHoldsNoRoomOfItLater() throws Exception {
        RedisProcess redis = new RedisProcess();
        try (WarmUp warmUp = new WarmUp(new LiapTuiModule(), new Random(1));
                RedisJournal journal =
                        new RedisJournal(redis.vertx(), redis.options(), RedisProcess.settings(RedisSettings.class))) {
            assertThat(warmUp.answers(journal)).isTrue();
            redis.freeze();
            assertThat(warmUp.play(journal, 3, Duration.ofMillis(200))).isZero();
            redis.thaw();
            warmUp.ended().toCompletableFuture().get(30, TimeUnit.SECONDS);
            assertThat(expiring(redis)).isEqualTo(3);
        } finally {
            redis.close();
        }
    }

    @Test
    void aWarmUpThatIsCutShortEndsItsRooms() throws Exception {
        RedisProcess redis = new RedisProcess();
        try (WarmUp warmUp = new WarmUp(new LiapTuiModule(), new Random(1));
                RedisJournal journal =
                        new RedisJournal(redis.vertx(), redis.options(), RedisProcess.settings(RedisSettings.class))) {
            warmUp.play(journal, 3, Duration.ofMillis(1));
            warmUp.ended().toCompletableFuture().get(30, TimeUnit.SECONDS);
            assertThat(expiring(redis)).isEqualTo(3);
        } finally {
            redis.close();
        }
    }

    private static long expiring(RedisProcess redis) {
        Response rooms = Objects.requireNonNull(redis.run(Command.KEYS, "{room:W?????}"));
        return rooms.stream()
                .filter(room ->
                        Objects.requireNonNull(redis.run(Command.TTL, room)).toLong() > 0)
                .count();
    }
}
