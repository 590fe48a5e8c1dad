package io.liaptui.ws.simulation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Repeats one seed with a readable trace ({@code --seed N}), or runs many ({@code --seeds FROM-TO}). Exit code 1 if an
 * invariant is broken.
 */
final class Simulate {
    private Simulate() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("say --seed N, or --seeds FROM-TO");
            System.exit(2);
        }
        boolean right;
        try (Defects _ = new Defects()) {
            right = arguments[0].equals("--seed") ? one(Long.parseLong(arguments[1])) : many(arguments[1]);
        }
        System.exit(right ? 0 : 1);
    }

    private static boolean one(long seed) throws IOException {
        Plan plan = Plan.draw(seed);
        Simulation.Outcome outcome = Simulation.run(seed, plan, Flaws.NONE, true);
        Path trace = Path.of("target", "simulation-" + seed + ".txt");
        Files.createDirectories(Path.of("target"));
        Files.write(trace, outcome.trace());
        System.out.println(plan);
        System.out.println(Seeds.summary(seed, outcome));
        System.out.println("all events: " + trace);
        return outcome.failure().isEmpty();
    }

    private static boolean many(String range) {
        String[] ends = range.split("-", 2);
        long begun = System.nanoTime();
        List<Simulation.Outcome> outcomes = LongStream.rangeClosed(Long.parseLong(ends[0]), Long.parseLong(ends[1]))
                .parallel()
                .mapToObj(Simulate::said)
                .toList();
        long failed = outcomes.stream()
                .filter(outcome -> outcome.failure().isPresent())
                .count();
        System.out.printf(
                "%d seeds, %d failed, %.1f s; %d rooms, %d finished games, %d accepted commands, %d events, print %x%n",
                outcomes.size(),
                failed,
                (System.nanoTime() - begun) / 1e9,
                outcomes.stream().mapToInt(Simulation.Outcome::rooms).sum(),
                outcomes.stream().mapToInt(Simulation.Outcome::finished).sum(),
                outcomes.stream().mapToInt(Simulation.Outcome::accepted).sum(),
                outcomes.stream().mapToLong(Simulation.Outcome::events).sum(),
                outcomes.stream().mapToLong(Simulation.Outcome::print).reduce(0, (a, b) -> 31 * a + b));
        return failed == 0;
    }

    private static Simulation.Outcome said(long seed) {
        Simulation.Outcome outcome = Simulation.run(seed);
        if (outcome.failure().isPresent()) {
            System.out.println(Seeds.summary(seed, outcome));
        }
        return outcome;
    }
}
