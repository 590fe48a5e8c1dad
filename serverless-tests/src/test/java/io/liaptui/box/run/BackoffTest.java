package io.liaptui.box.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private final Backoff backoff = new Backoff();

    @Test
    void theWaitDoublesUpToHalfAMinute() {
        assertThat(waits(8, Duration.ofSeconds(59))).containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L, 30L);
    }

    @Test
    void whoeverLivedForAMinuteBeginsAgain() {
        waits(5, Duration.ZERO);
        assertThat(waits(1, Duration.ofSeconds(60))).containsExactly(1L);
        assertThat(waits(2, Duration.ZERO)).containsExactly(2L, 4L);
    }

    private List<Long> waits(int count, Duration lived) {
        return Stream.generate(() -> backoff.after(lived).toSeconds())
                .limit(count)
                .toList();
    }
}
