package io.liaptui.box.chaos;

import io.liaptui.box.chaos.drills.Drill;
import io.liaptui.box.chaos.drills.Drills;
import io.liaptui.box.run.BoxFailure;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
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
    private static final Set<String> OPTIONS =
            Set.of("--games", "--rounds", "--nodes", "--pace", "--think", "--warm", "--handover", "--durability");

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
        List<Drill> drills = new ArrayList<>();
        Map<String, String> said = new HashMap<>();
        while (!rest.isEmpty()) {
            String word = rest.pop();
            if (word.startsWith("--")) {
                said.put(known(word), value(word, rest));
            } else if (word.equals("all")) {
                drills.addAll(Drills.all());
            } else {
                drills.add(Drills.named(word).orElseThrow(() -> unknown(word)));
            }
        }
        return new ChaosOptions(
                drills.isEmpty() ? Drills.all() : List.copyOf(drills),
                whole(said, "--games", 1, MOST_GAMES).orElse(USUAL.games()),
                whole(said, "--rounds", 1, 10_000),
                whole(said, "--nodes", 2, 12).orElse(USUAL.nodes()),
                said.containsKey("--pace") ? pace(said.get("--pace")) : USUAL.pace(),
                whole(said, "--think", 0, 60_000).orElse(USUAL.thinkMillis()),
                whole(said, "--warm", 0, 600).orElse(USUAL.warmSeconds()),
                oneOf(said, "--handover", "on", "off").equals("on"),
                oneOf(said, "--durability", "primary", "replica"));
    }

    private static BoxFailure unknown(String word) {
        return new BoxFailure("There is no drill \"" + word + "\". There are: "
                + Drills.all().stream().map(Drill::name).collect(Collectors.joining(", ")) + ", and all.");
    }

    private static String known(String option) {
        if (!OPTIONS.contains(option)) {
            throw new BoxFailure("liap chaos has no option " + option
                    + ". It takes --games N, --rounds R, --nodes K, --pace X, --think MS, --warm S,"
                    + " --handover on|off and --durability primary|replica.");
        }
        return option;
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new BoxFailure(option + " needs a value.");
        }
        return rest.pop();
    }

    private static OptionalInt whole(Map<String, String> said, String option, int least, int most) {
        String text = said.get(option);
        return text == null ? OptionalInt.empty() : OptionalInt.of(whole(option, text, least, most));
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

    /** The first one is usual. */
    private static String oneOf(Map<String, String> said, String option, String usual, String other) {
        String text = said.getOrDefault(option, usual);
        if (!text.equals(usual) && !text.equals(other)) {
            throw new BoxFailure(option + " takes " + usual + " or " + other + ", not \"" + text + "\".");
        }
        return text;
    }
}
