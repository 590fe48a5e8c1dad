package io.liaptui.ws.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Seeds 1 to {@code liap.simulation.seeds}, or only {@code liap.simulation.seed}. A failing one is repeated, event for
 * event, by {@code ./liap simulate --seed N}.
 */
class SimulationTest {
    private static final long SEEDS = Long.getLong("liap.simulation.seeds", 2_000);
    private static final Long ONE = Long.getLong("liap.simulation.seed");

    @Test
    void noSeedBreaksAnInvariant() {
        try (Defects _ = new Defects()) {
            LongStream seeds = ONE == null ? LongStream.rangeClosed(1, SEEDS) : LongStream.of(ONE);
            List<String> failures = seeds.parallel()
                    .mapToObj(SimulationTest::failure)
                    .filter(text -> !text.isEmpty())
                    .limit(3)
                    .toList();
            assertThat(failures).as("failing seeds").isEmpty();
        }
    }

    @Test
    void aSeedRepeatsItself() {
        try (Defects _ = new Defects()) {
            for (long seed = 1; seed <= 5; seed++) {
                assertThat(Simulation.run(seed).print())
                        .as("seed %d", seed)
                        .isEqualTo(Simulation.run(seed).print());
            }
        }
    }

    private static String failure(long seed) {
        Simulation.Outcome outcome = Simulation.run(seed);
        if (outcome.failure().isEmpty()) {
            return "";
        }
        Simulation.Outcome again = Simulation.run(seed, Plan.draw(seed), Flaws.NONE, true);
        return Seeds.summary(seed, outcome) + "\n" + Plan.draw(seed) + "\n" + Seeds.tail(again.trace());
    }
}
