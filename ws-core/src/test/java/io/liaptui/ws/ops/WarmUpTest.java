package io.liaptui.ws.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.games.liaptui.module.LiapTuiModule;
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
}
