package io.liaptui.ws.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.games.liaptui.module.LiapTuiModule;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WarmUpTest {
    @Test
    void everyGameIsClaimedAndPlayedToItsEnd() {
        assertThat(new WarmUp(new LiapTuiModule()).play(Duration.ofSeconds(30))).isEqualTo(24);
    }

    @Test
    void withoutTimeNothingIsPlayed() {
        assertThat(new WarmUp(new LiapTuiModule()).play(Duration.ZERO)).isZero();
    }
}
