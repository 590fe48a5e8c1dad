package io.liaptui.ws.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.games.liaptui.module.LiapTuiModule;
import io.liaptui.ws.journal.RedisJournal;
import io.liaptui.ws.redis.RedisProcess;
import io.liaptui.ws.redis.RedisSettings;
import java.time.Duration;
import java.util.Random;
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
}
