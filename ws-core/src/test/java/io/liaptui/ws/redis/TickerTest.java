package io.liaptui.ws.redis;

import static io.liaptui.ws.redis.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TickerTest {
    private final Vertx vertx = Vertx.vertx();
    private final List<Long> turns = new CopyOnWriteArrayList<>();

    @AfterEach
    void stop() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void turnsMissedWhileTheThreadStoodStillAreNotMadeUpFor() {
        Ticker ticker = new Ticker(vertx, Duration.ofMillis(20), () -> {
            turns.add(System.nanoTime());
            if (turns.size() == 2) {
                LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
            }
        });
        ticker.start();
        until("turns after the stall", () -> turns.size() >= 6);
        ticker.close();
        for (int i = 1; i < turns.size(); i++) {
            assertThat(Duration.ofNanos(turns.get(i) - turns.get(i - 1))).isGreaterThanOrEqualTo(Duration.ofMillis(19));
        }
    }

    @Test
    void aTurnThatFailsIsNotTheLastAndAClosedTickerTakesNone() throws Exception {
        Ticker ticker = new Ticker(vertx, Duration.ofMillis(1), () -> {
            turns.add(System.nanoTime());
            throw new IllegalStateException("expected by this test");
        });
        ticker.start();
        until("a second turn", () -> turns.size() >= 2);
        ticker.close();
        CountDownLatch later = new CountDownLatch(1);
        int last = turns.size();
        vertx.setTimer(30, _ -> later.countDown());
        assertThat(later.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(turns.size()).isLessThanOrEqualTo(last + 1);
    }
}
