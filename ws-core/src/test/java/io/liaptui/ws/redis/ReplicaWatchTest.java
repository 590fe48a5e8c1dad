package io.liaptui.ws.redis;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReplicaWatchTest {
    private final AtomicLong now = new AtomicLong(-5);
    private final ReplicaWatch watch = new ReplicaWatch(now::get);

    @Test
    void threeZerosInARowMakeNobodyWaitForTenSeconds() {
        watch.acknowledged(0);
        watch.acknowledged(0);
        assertThat(watch.isWorthwhile()).isTrue();
        watch.acknowledged(1);
        watch.acknowledged(0);
        watch.acknowledged(0);
        assertThat(watch.isWorthwhile()).isTrue();
        watch.acknowledged(0);
        assertThat(watch.isWorthwhile()).isFalse();
        pass(Duration.ofMillis(9_999));
        assertThat(watch.isWorthwhile()).isFalse();
        pass(Duration.ofMillis(1));
        assertThat(watch.isWorthwhile()).isTrue();
    }

    @Test
    void afterThatOneTryDecides() {
        for (int i = 0; i < 3; i++) {
            watch.acknowledged(0);
        }
        pass(Duration.ofSeconds(10));
        watch.acknowledged(0);
        assertThat(watch.isWorthwhile()).isFalse();
        pass(Duration.ofSeconds(10));
        watch.acknowledged(1);
        watch.acknowledged(0);
        assertThat(watch.isWorthwhile()).isTrue();
    }

    private void pass(Duration time) {
        now.addAndGet(time.toNanos());
    }
}
