package io.liaptui.ws.departure;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.protocol.CloseCode;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.ws.measure.Measures;
import io.liaptui.ws.ownership.NodeSettings;
import io.liaptui.ws.ownership.Registry;
import io.liaptui.ws.redis.RedisProcess;
import io.liaptui.ws.testkit.ManualHearing;
import io.liaptui.ws.testkit.MemoryBoard;
import io.liaptui.ws.testkit.VirtualTime;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A node without Redis sends its sockets away after 20 s, over 10 s. */
class IsolatedSocketsTest {
    private final VirtualTime time = new VirtualTime();
    private final MemoryBoard board = new MemoryBoard(time, time);
    private final ManualSockets sockets = new ManualSockets();
    private boolean othersServe = true;
    private final Elsewhere elsewhere = () -> othersServe
            ? CompletableFuture.completedStage(true)
            : CompletableFuture.failedStage(new IllegalStateException("nobody answers"));

    @BeforeEach
    void start() {
        Registry registry = new Registry(
                new NodeId("a"),
                board,
                time,
                RedisProcess.settings(NodeSettings.class),
                () -> new NodeRow(0, "", 1, "test", 1, 1, 0, 100, "a"),
                new ManualHearing(time),
                Measures.NONE);
        new IsolatedSockets(sockets, elsewhere, time, Duration.ofSeconds(15), Duration.ofSeconds(10)).watch(registry);
        registry.start();
        time.pass(Duration.ofSeconds(5));
        sockets.open(10, 190);
        board.away(true);
    }

    @Test
    void allAreClosedOnceBetweenTwentyAndThirtySeconds() {
        time.pass(Duration.ofMillis(19_900));
        assertThat(sockets.closed()).isZero();
        time.pass(Duration.ofSeconds(5));
        assertThat(sockets.closed()).isBetween(80L, 120L);
        time.pass(Duration.ofMillis(5_600));
        assertThat(sockets.closed()).isEqualTo(200);
        time.pass(Duration.ofMinutes(1));
        assertThat(sockets.all.values())
                .allSatisfy(one -> assertThat(one.closed).containsExactly(CloseCode.TRY_LATER));
    }

    /** Redis is away for all: who is closed here would be let in nowhere. */
    @Test
    void nobodyIsClosedWhileNoOtherNodeIsBetterOff() {
        othersServe = false;
        time.pass(Duration.ofMinutes(10));
        assertThat(sockets.closed()).isZero();
        othersServe = true;
        time.pass(Duration.ofSeconds(16));
        assertThat(sockets.closed()).isEqualTo(200);
        assertThat(sockets.all.values())
                .allSatisfy(one -> assertThat(one.closed).containsExactly(CloseCode.TRY_LATER));
    }

    @Test
    void nobodyIsClosedIfRedisComesBackInTime() {
        time.pass(Duration.ofSeconds(19));
        board.away(false);
        time.pass(Duration.ofMinutes(1));
        assertThat(sockets.closed()).isZero();
    }

    @Test
    void theClosingEndsWhenRedisComesBack() {
        time.pass(Duration.ofSeconds(25));
        board.away(false);
        time.pass(Duration.ofSeconds(1));
        long closed = sockets.closed();
        time.pass(Duration.ofMinutes(1));
        assertThat(sockets.closed()).isEqualTo(closed).isBetween(80L, 140L);
    }

    @Test
    void aSecondOutageCountsAnew() {
        time.pass(Duration.ofSeconds(15));
        board.away(false);
        time.pass(Duration.ofSeconds(2));
        board.away(true);
        time.pass(Duration.ofMillis(19_900));
        assertThat(sockets.closed()).isZero();
    }
}
