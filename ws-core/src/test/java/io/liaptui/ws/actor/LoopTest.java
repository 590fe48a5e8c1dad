package io.liaptui.ws.actor;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.ws.testkit.PausableTimers;
import io.liaptui.ws.testkit.VirtualTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LoopTest {
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final VirtualTime time = new VirtualTime();
    private final List<Long> turns = new ArrayList<>();

    @Test
    void itTurnsAtOnceOrLaterAndThenAgainAndAgain() {
        new Loop(time, PAUSE, this::turn).start();
        time.pass(Duration.ofMillis(250));
        assertThat(turns).containsExactly(0L, 100L, 200L);
        turns.clear();
        new Loop(time, Duration.ofHours(1), this::turn).startAfter(Duration.ofMillis(30));
        time.pass(Duration.ofMillis(49));
        assertThat(turns).containsExactly(280L);
    }

    @Test
    void noErrorEndsIt() {
        new Loop(time, PAUSE, () -> {
                    turn();
                    throw new OutOfMemoryError("expected by this test");
                })
                .start();
        time.pass(Duration.ofMillis(250));
        assertThat(turns).hasSize(3);
    }

    @Test
    void aTurnThatCannotBeArmedBeforeThisOneIsArmedAfterIt() {
        int[] calls = new int[1];
        Timers full = new Timers() {
            @Override
            public Alarm after(Duration delay, Runnable task) {
                if (calls[0]++ % 2 == 0) {
                    throw new OutOfMemoryError("expected by this test");
                }
                return time.after(delay, task);
            }

            @Override
            public long now() {
                return time.now();
            }
        };
        new Loop(full, PAUSE, this::turn).start();
        time.pass(Duration.ofMillis(250));
        assertThat(turns).hasSize(3);
    }

    @Test
    void whatWasMissedWhileTheProcessStoodStillIsNotMadeUpFor() {
        PausableTimers process = new PausableTimers(time);
        new Loop(process, PAUSE, this::turn).start();
        time.pass(Duration.ofMillis(50));
        process.pause();
        time.pass(Duration.ofSeconds(10));
        process.wake();
        time.pass(Duration.ofMillis(99));
        assertThat(turns).containsExactly(0L, 10_050L);
    }

    @Test
    void itEndsAlsoFromWithin() {
        Loop[] loop = new Loop[1];
        loop[0] = new Loop(time, PAUSE, () -> {
            turn();
            if (turns.size() == 2) {
                loop[0].end();
            }
        });
        loop[0].start();
        time.pass(Duration.ofSeconds(1));
        assertThat(turns).hasSize(2);
    }

    private void turn() {
        turns.add(time.now());
    }
}
