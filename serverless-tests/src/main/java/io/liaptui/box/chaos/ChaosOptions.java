package io.liaptui.box.chaos;

import io.liaptui.box.chaos.drills.Drill;
import io.liaptui.box.chaos.drills.Drills;
import io.liaptui.box.run.BoxFailure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/**
 * What {@code ./liap chaos} was asked for.
 *
 * @param drills in this order
 * @param games in progress at a time
 * @param rounds how often each fault; empty for each drill's own number
 * @param nodes copies of the game service
 * @param pace multiplies the waits of the game
 * @param thinkMillis how long players think on average
 * @param warmSeconds of play before the first fault, so that the nodes' code is compiled
 * @param handover off: a stopped node does not move its rooms, as elsewhere
 * @param durability what an accepted write means: {@code primary} or {@code replica}
 */
public record ChaosOptions(
        List<Drill> drills,
        int games,
        OptionalInt rounds,
        int nodes,
        double pace,
        int thinkMillis,
        int warmSeconds,
        boolean handover,
        String durability) {
    private static final int GAMES_PER_CORE = 20;
    private static final int MOST_GAMES = 5_000;

    /** What is not said. */
    public static final ChaosOptions USUAL = new ChaosOptions(
            List.of(),
            GAMES_PER_CORE * Runtime.getRuntime().availableProcessors(),
            OptionalInt.empty(),
            3,
            0.1,
            400,
            15,
            true,
            "primary");

    /**
     * Reads the words after {@code chaos}.
     *
     * @throws BoxFailure for an unknown drill or option, or a bad value
     */
    public static ChaosOptions parse(List<String> words) {
        Deque<String> rest = new ArrayDeque<>(words);
        ChaosOptions options = USUAL;
        List<Drill> drills = new ArrayList<>();
        while (!rest.isEmpty()) {
            String word = rest.pop();
            if (word.startsWith("--")) {
                options = options.with(word, value(word, rest));
            } else if (word.equals("all")) {
                drills.addAll(Drills.all());
            } else {
                drills.add(Drills.named(word).orElseThrow(() -> unknown(word)));
            }
        }
        return options.drilling(drills.isEmpty() ? Drills.all() : drills);
    }

    private static BoxFailure unknown(String word) {
        return new BoxFailure("There is no drill \"" + word + "\". There are: "
                + Drills.all().stream().map(Drill::name).collect(Collectors.joining(", ")) + ", and all.");
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new BoxFailure(option + " needs a value.");
        }
        return rest.pop();
    }

    private ChaosOptions drilling(List<Drill> chosen) {
        return new ChaosOptions(chosen, games, rounds, nodes, pace, thinkMillis, warmSeconds, handover, durability);
    }

    private ChaosOptions with(String option, String value) {
        return switch (option) {
            case "--games" ->
                new ChaosOptions(
                        drills,
                        whole(option, value, 1, MOST_GAMES),
                        rounds,
                        nodes,
                        pace,
                        thinkMillis,
                        warmSeconds,
                        handover,
                        durability);
            case "--rounds" ->
                new ChaosOptions(
                        drills,
                        games,
                        OptionalInt.of(whole(option, value, 1, 10_000)),
                        nodes,
                        pace,
                        thinkMillis,
                        warmSeconds,
                        handover,
                        durability);
            case "--nodes" ->
                new ChaosOptions(
                        drills,
                        games,
                        rounds,
                        whole(option, value, 2, 12),
                        pace,
                        thinkMillis,
                        warmSeconds,
                        handover,
                        durability);
            case "--pace" ->
                new ChaosOptions(
                        drills, games, rounds, nodes, pace(value), thinkMillis, warmSeconds, handover, durability);
            case "--think" ->
                new ChaosOptions(
                        drills,
                        games,
                        rounds,
                        nodes,
                        pace,
                        whole(option, value, 0, 60_000),
                        warmSeconds,
                        handover,
                        durability);
            case "--warm" ->
                new ChaosOptions(
                        drills,
                        games,
                        rounds,
                        nodes,
                        pace,
                        thinkMillis,
                        whole(option, value, 0, 600),
                        handover,
                        durability);
            case "--handover" ->
                new ChaosOptions(
                        drills,
                        games,
                        rounds,
                        nodes,
                        pace,
                        thinkMillis,
                        warmSeconds,
                        oneOf(option, value, List.of("on", "off")).equals("on"),
                        durability);
            case "--durability" ->
                new ChaosOptions(
                        drills,
                        games,
                        rounds,
                        nodes,
                        pace,
                        thinkMillis,
                        warmSeconds,
                        handover,
                        oneOf(option, value, List.of("primary", "replica")));
            default ->
                throw new BoxFailure("liap chaos has no option " + option
                        + ". It takes --games N, --rounds R, --nodes K, --pace X, --think MS, --warm S,"
                        + " --handover on|off and --durability primary|replica.");
        };
    }

    private static int whole(String option, String text, int least, int most) {
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // answered below, like a number out of range
        }
        throw new BoxFailure(
                option + " takes a whole number from " + least + " to " + most + ", not \"" + text + "\".");
    }

    private static double pace(String text) {
        try {
            double value = Double.parseDouble(text);
            if (value > 0 && value <= 100) {
                return value;
            }
        } catch (NumberFormatException e) {
            // answered below, like a number out of range
        }
        throw new BoxFailure("--pace takes a number above 0 up to 100, not \"" + text + "\".");
    }

    private static String oneOf(String option, String text, List<String> allowed) {
        if (!allowed.contains(text)) {
            throw new BoxFailure(option + " takes " + String.join(" or ", allowed) + ", not \"" + text + "\".");
        }
        return text;
    }
}
