package io.liaptui.ws.simulation;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** What is said of a run. */
final class Seeds {
    private static final int TAIL = 40;

    private Seeds() {}

    static String summary(long seed, Simulation.Outcome outcome) {
        String numbers = "seed %d: %d events, %d rooms, %d finished games, %d accepted commands, print %x"
                .formatted(
                        seed,
                        outcome.events(),
                        outcome.rooms(),
                        outcome.finished(),
                        outcome.accepted(),
                        outcome.print());
        return outcome.failure()
                .map(failure ->
                        numbers + "\n  FAILS: " + text(failure) + "\n  repeat it with: ./liap simulate --seed " + seed)
                .orElse(numbers);
    }

    /** The end of a readable trace. */
    static String tail(List<String> trace) {
        return String.join("\n", trace.subList(Math.max(0, trace.size() - TAIL), trace.size()));
    }

    private static String text(Throwable failure) {
        if (failure instanceof Violation && failure.getCause() == null) {
            return failure.getMessage();
        }
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
