package io.liaptui.ws.socket;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.ws.socket.RateLimits.Verdict;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RateLimitsTest {
    private static final Set<String> GAME = Set.of("declare");

    @Test
    void aSlowGameStillTakesOneActionAndTheNextInItsTime() {
        RateLimits limits = new RateLimits(GAME, 24);
        assertThat(limits.judge("declare", 0)).isEqualTo(Verdict.PASS);
        assertThat(limits.judge("declare", 60_000)).isEqualTo(Verdict.REFUSE);
        assertThat(limits.judge("declare", 120_000)).isEqualTo(Verdict.PASS);
    }

    @Test
    void theClockMayBeginAnywhere() {
        RateLimits limits = new RateLimits(GAME, 1);
        assertThat(limits.judge("ping", -1_000_000_000)).isEqualTo(Verdict.PASS);
    }

    @Test
    void aFastGameHasNoLimits() {
        RateLimits limits = new RateLimits(GAME, 0);
        for (int i = 0; i < 1_000; i++) {
            assertThat(limits.judge("declare", 0)).isEqualTo(Verdict.PASS);
        }
    }

    @Test
    void unknownEventsShareOneLimit() {
        RateLimits limits = new RateLimits(GAME, 1);
        for (int i = 0; i < 75; i++) {
            assertThat(limits.judge("event" + i, 0)).isEqualTo(Verdict.PASS);
        }
        assertThat(limits.judge("another", 0)).isEqualTo(Verdict.REFUSE);
    }

    @Test
    void whoGoesOnAndOnIsClosedButStrikesAreForgiven() {
        RateLimits limits = new RateLimits(GAME, 1);
        for (int i = 0; i < 12 + 100; i++) {
            assertThat(limits.judge("declare", 0)).isNotEqualTo(Verdict.CLOSE);
        }
        assertThat(limits.judge("declare", 0)).isEqualTo(Verdict.CLOSE);
        assertThat(limits.judge("declare", 1_100)).isEqualTo(Verdict.REFUSE);
    }
}
