package io.liaptui.ws.ops;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CalmProcessTest {
    private static final long MILLI = 1_000_000;

    private long now = 5;
    private long cpu = 1_000;
    private final CalmProcess process = new CalmProcess(() -> cpu, () -> now);

    @Test
    void isNotBelievedBeforeHalfASecond() {
        assertThat(after(200, 0)).isFalse();
        assertThat(after(50, 0)).isFalse();
        assertThat(after(240, 0)).isFalse();
        assertThat(after(10, 0)).isTrue();
    }

    @Test
    void aCompilerAtWorkIsNoCalm() {
        for (int i = 0; i < 20; i++) {
            assertThat(after(250, 240)).isFalse();
        }
        assertThat(after(250, 10)).isFalse();
        assertThat(after(250, 10)).isTrue();
    }

    @Test
    void oneBusyMomentBeginsTheWaitAnew() {
        after(250, 0);
        assertThat(after(250, 100)).isFalse();
        assertThat(after(250, 0)).isFalse();
        assertThat(after(250, 0)).isTrue();
    }

    private boolean after(long millis, long spent) {
        now += millis * MILLI;
        cpu += spent * MILLI;
        return process.getAsBoolean();
    }
}
