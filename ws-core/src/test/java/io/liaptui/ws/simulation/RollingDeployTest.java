package io.liaptui.ws.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Invariant 13: when every process is replaced by one of the next release, which is there before it goes, each room moves
 * once at most.
 */
class RollingDeployTest {
    private static final int SEEDS = 60;

    @Test
    void aRoomMovesOnceAtMost() {
        try (Defects _ = new Defects()) {
            LongStream.rangeClosed(1, SEEDS).parallel().forEach(seed -> {
                Simulation.Outcome outcome = Simulation.run(seed, Plan.deploy(seed), Flaws.NONE, false);
                assertThat(outcome.failure()).as("seed %d", seed).isEmpty();
                assertThat(outcome.moves()).as("moves in seed %d", seed).isLessThanOrEqualTo(1);
            });
        }
    }

    /** Else the test above would say nothing. */
    @Test
    void roomsDoMove() {
        try (Defects _ = new Defects()) {
            assertThat(LongStream.rangeClosed(1, 10)
                            .map(seed -> Simulation.run(seed, Plan.deploy(seed), Flaws.NONE, false)
                                    .moves())
                            .max())
                    .hasValue(1);
        }
    }
}
