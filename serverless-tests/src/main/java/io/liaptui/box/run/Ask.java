package io.liaptui.box.run;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** {@code ./liap status} and {@code ./liap node ...}: what the running box answers. */
final class Ask {
    private static final Set<String> VERBS = Set.of("kill", "start", "add", "stop");

    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(130);
    private static final long LOOK_MILLIS = 500;
    private static final String GONE = " is gone.";

    private Ask() {}

    static int status(Layout layout, Progress progress) throws IOException, InterruptedException {
        if (!BoxLock.held(layout.lock())) {
            progress.say("Nothing of this clone is running. Start it with ./liap up.");
            return 1;
        }
        progress.say(new ControlClient(layout.control()).ask("/status"));
        return 0;
    }

    static int node(Layout layout, List<String> words, Progress progress) throws IOException, InterruptedException {
        if (words.isEmpty() || words.size() > 2 || !VERBS.contains(words.getFirst())) {
            throw new BoxFailure(
                    "Usage: ./liap node kill N | ./liap node stop N | ./liap node start N | ./liap node add [HOW MANY]");
        }
        String verb = words.getFirst();
        long number = number(verb, words);
        if (!BoxLock.held(layout.lock())) {
            throw new BoxFailure("Nothing of this clone is running. Start it with ./liap up.");
        }
        ControlClient box = new ControlClient(layout.control());
        progress.say(box.ask("/node/" + verb + "/" + number));
        if (verb.equals("stop")) {
            follow(box, number, progress);
        }
        return 0;
    }

    static int drain(Layout layout, List<String> words, Progress progress) throws IOException, InterruptedException {
        if (words.size() != 1) {
            throw new BoxFailure("Which node? ./liap drain 1");
        }
        long number = number("drain", List.of("drain", words.getFirst()));
        if (!BoxLock.held(layout.lock())) {
            throw new BoxFailure("Nothing of this clone is running. Start it with ./liap up.");
        }
        ControlClient box = new ControlClient(layout.control());
        progress.say(box.ask("/node/drain/" + number));
        follow(box, number, progress);
        return 0;
    }

    /** Says what a node still has until it is gone. */
    private static void follow(ControlClient box, long number, Progress progress) throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_DRAIN.toNanos();
        String said = "";
        while (System.nanoTime() < deadline) {
            String left = box.ask("/node/left/" + number);
            if (!left.equals(said)) {
                progress.say(left);
                said = left;
            }
            if (left.endsWith(GONE)) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        }
        throw new BoxFailure("The node is still there after " + LONGEST_DRAIN.toSeconds() + " s. See ./liap logs n"
                + number + "; ./liap node kill " + number + " ends it.");
    }

    private static long number(String verb, List<String> words) {
        if (words.size() == 2) {
            String text = words.get(1);
            boolean name = !verb.equals("add") && text.startsWith("n");
            return UpOptions.whole(
                    verb.equals("drain") ? verb : "node " + verb, name ? text.substring(1) : text, 1, 9999);
        }
        if (verb.equals("add")) {
            return 1;
        }
        throw new BoxFailure("Which node? ./liap node " + verb + " 1");
    }
}
