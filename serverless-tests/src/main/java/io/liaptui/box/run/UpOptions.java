package io.liaptui.box.run;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What {@code ./liap up} was asked for.
 *
 * @param nodes how many copies of the WebSocket service
 * @param port public port of the front door, 0 for any free one
 * @param redis URL of a Redis to use, or {@code none}; empty for the embedded one
 * @param pace multiplies the waits of the game: 1 as specified, 0 immediate
 * @param seed makes deals and bots repeatable
 * @param detach whether the box goes on in the background
 * @param restart whether a node that ended without being asked to is started again
 */
public record UpOptions(
        int nodes, int port, Optional<String> redis, double pace, OptionalLong seed, boolean detach, boolean restart) {
    static final int MOST_NODES = 16;
    private static final String WITHOUT = "none";

    /**
     * Reads the words after {@code up}; {@code LIAP_PACE} gives the pace where no {@code --pace} does.
     *
     * @throws BoxFailure for an unknown option or a bad value
     */
    static UpOptions parse(List<String> words, Map<String, String> environment) {
        Deque<String> rest = new ArrayDeque<>(words);
        OptionalInt nodes = OptionalInt.empty();
        int port = 8080;
        Optional<String> redis = Optional.empty();
        double pace = pace("LIAP_PACE", environment.getOrDefault("LIAP_PACE", "1"));
        OptionalLong seed = OptionalLong.empty();
        boolean detach = false;
        boolean restart = true;
        while (!rest.isEmpty()) {
            String option = rest.pop();
            switch (option) {
                case "--nodes" -> nodes = OptionalInt.of((int) whole(option, value(option, rest), 1, MOST_NODES));
                case "--port" -> port = (int) whole(option, value(option, rest), 1, 65_535);
                case "--redis" -> redis = Optional.of(redis(value(option, rest)));
                case "--pace" -> pace = pace(option, value(option, rest));
                case "--seed" ->
                    seed = OptionalLong.of(whole(option, value(option, rest), Long.MIN_VALUE, Long.MAX_VALUE));
                case "--detach" -> detach = true;
                case "--no-restart" -> restart = false;
                default ->
                    throw new BoxFailure(
                            "liap up has no option " + option
                                    + ". It takes --nodes N, --port P, --redis URL, --pace X, --seed S, --detach and --no-restart.");
            }
        }
        boolean alone = redis.filter(WITHOUT::equals).isPresent();
        if (alone && nodes.orElse(1) > 1) {
            throw new BoxFailure("Without Redis there is one node only. Leave --nodes out, or --redis none.");
        }
        return new UpOptions(nodes.orElse(alone ? 1 : 2), port, redis, pace, seed, detach, restart);
    }

    /** Whether there is no Redis at all, and therefore one node. */
    boolean withoutRedis() {
        return redis.filter(WITHOUT::equals).isPresent();
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new BoxFailure(option + " needs a value.");
        }
        return rest.pop();
    }

    static long whole(String option, String text, long least, long most) {
        try {
            long value = Long.parseLong(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            // answered below, like a number out of range
        }
        String range = least == Long.MIN_VALUE ? "" : " from " + least + " to " + most;
        throw new BoxFailure(option + " takes a whole number" + range + ", not \"" + text + "\".");
    }

    private static double pace(String option, String text) {
        try {
            double value = Double.parseDouble(text);
            if (value >= 0 && value <= 100) {
                return value;
            }
        } catch (NumberFormatException e) {
            // answered below, like a number out of range
        }
        throw new BoxFailure(
                option + " takes a number from 0 (immediate) over 1 (as specified) to 100, not \"" + text + "\".");
    }

    private static String redis(String text) {
        if (!text.equals(WITHOUT) && !text.matches("rediss?://.+")) {
            throw new BoxFailure("--redis takes a URL such as redis://127.0.0.1:6379, or none, not \"" + text + "\".");
        }
        return text;
    }
}
