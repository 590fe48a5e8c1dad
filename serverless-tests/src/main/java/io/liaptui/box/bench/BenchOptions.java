package io.liaptui.box.bench;

import io.liaptui.box.run.BoxFailure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What {@code ./liap bench} was asked for.
 *
 * @param requests to one warm process
 * @param rate requests a second through the front door
 * @param seconds so long
 */
record BenchOptions(int requests, int rate, int seconds) {
    static BenchOptions parse(List<String> words) {
        Deque<String> rest = new ArrayDeque<>(words);
        if (rest.isEmpty() || !rest.pop().equals("rest")) {
            throw new BoxFailure("Say what to measure: ./liap bench rest");
        }
        int requests = 2000;
        int rate = 200;
        int seconds = 30;
        while (!rest.isEmpty()) {
            String option = rest.pop();
            switch (option) {
                case "--requests" -> requests = number(option, rest, 100_000);
                case "--rate" -> rate = number(option, rest, 10_000);
                case "--seconds" -> seconds = number(option, rest, 600);
                default ->
                    throw new BoxFailure("liap bench rest has no option " + option
                            + ". It takes --requests N, --rate R and --seconds S.");
            }
        }
        return new BenchOptions(requests, rate, seconds);
    }

    private static int number(String option, Deque<String> rest, int most) {
        String text = rest.isEmpty() ? "nothing" : rest.pop();
        if (text.matches("[1-9]\\d{0,5}") && Integer.parseInt(text) <= most) {
            return Integer.parseInt(text);
        }
        throw new BoxFailure(option + " takes a whole number from 1 to " + most + ", not " + text + ".");
    }
}
