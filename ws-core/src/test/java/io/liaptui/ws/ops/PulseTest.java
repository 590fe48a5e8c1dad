package io.liaptui.ws.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.ws.measure.Measures;
import io.liaptui.ws.ownership.NodeSettings;
import io.liaptui.ws.ownership.Registry;
import io.liaptui.ws.ownership.SoleNode;
import io.liaptui.ws.redis.RedisProcess;
import io.liaptui.ws.testkit.ManualHearing;
import io.liaptui.ws.testkit.MemoryBoard;
import io.liaptui.ws.testkit.PausableTimers;
import io.liaptui.ws.testkit.VirtualTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** When a node is called dead by its own liveness. */
class PulseTest {
    private static final Duration LONG = Duration.ofMinutes(10);

    private final VirtualTime time = new VirtualTime();
    private final MemoryBoard board = new MemoryBoard(time, time);
    private final PausableTimers process = new PausableTimers(time);
    private final NodeSettings settings = RedisProcess.settings(NodeSettings.class);
    private final NodeRow row = new NodeRow(0, "", 1, "test", 1, 1, 0, 100, "a");
    private Runnable beforeRow = () -> {};
    private final Registry registry = new Registry(
            new NodeId("a"),
            board,
            process,
            settings,
            () -> {
                beforeRow.run();
                return row;
            },
            new ManualHearing(time),
            Measures.NONE);
    private final Pulse pulse = new Pulse(registry, settings.stuckAfter(), time::pass);

    @Test
    void aNodeBeatsBeforeItsRoundsBeginAndWhileTheyTurn() {
        time.pass(LONG);
        assertThat(pulse.beats()).isTrue();
        registry.start();
        time.pass(LONG);
        assertThat(pulse.beats()).isTrue();
    }

    @Test
    void anOutageOfTheStoreIsNoReasonToReplaceANode() {
        registry.start();
        time.pass(Duration.ofSeconds(5));
        board.freeze();
        time.pass(LONG);
        assertThat(registry.isIsolated()).isTrue();
        assertThat(pulse.beats()).isTrue();
        board.away(true);
        board.thaw();
        time.pass(LONG);
        assertThat(pulse.beats()).isTrue();
    }

    @Test
    void roundsThatAllFailAreAsBadAsNone() {
        registry.start();
        time.pass(Duration.ofSeconds(5));
        beforeRow = () -> {
            throw new NoClassDefFoundError("expected by this test");
        };
        time.pass(Duration.ofSeconds(28));
        assertThat(pulse.beats()).isTrue();
        time.pass(Duration.ofSeconds(3));
        assertThat(pulse.beats()).isFalse();
        beforeRow = () -> {};
        assertThat(pulse.beats()).as("it got over it").isTrue();
    }

    @Test
    void aLoopThatIsGoneIsNoticed() {
        registry.start();
        time.pass(Duration.ofSeconds(5));
        process.kill();
        time.pass(Duration.ofSeconds(31));
        assertThat(pulse.beats()).isFalse();
    }

    /** SIGSTOP and SIGCONT: the question may come before the first turn. */
    @Test
    void aProcessThatWasStoppedIsAliveWhenItGoesOn() {
        registry.start();
        time.pass(Duration.ofSeconds(5));
        process.pause();
        time.pass(LONG);
        assertThat(registry.sinceTurn()).isGreaterThan(settings.stuckAfter());
        boolean[] woken = new boolean[1];
        Pulse asked = new Pulse(registry, settings.stuckAfter(), step -> {
            if (!woken[0]) {
                woken[0] = true;
                process.wake();
            }
            time.pass(step);
        });
        assertThat(asked.beats()).isTrue();
    }

    @Test
    void aNodeWithoutRoundsBeats() {
        assertThat(new Pulse(new SoleNode(new NodeId("a"), () -> row), settings.stuckAfter(), time::pass).beats())
                .isTrue();
    }

    @Test
    void aNodeThatHasLeftIsNotReplacedBeforeItIsGone() {
        registry.start();
        time.pass(Duration.ofSeconds(5));
        registry.leave();
        time.pass(LONG);
        assertThat(pulse.beats()).isTrue();
    }
}
