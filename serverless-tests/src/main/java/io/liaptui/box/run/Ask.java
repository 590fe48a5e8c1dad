package io.liaptui.box.run;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/** {@code ./liap status} and {@code ./liap node ...}: what the running box answers. */
final class Ask {
    private static final Set<String> VERBS = Set.of("kill", "start", "add");

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
            throw new BoxFailure("Usage: ./liap node kill N | ./liap node start N | ./liap node add [HOW MANY]");
        }
        String verb = words.getFirst();
        long number = number(verb, words);
        if (!BoxLock.held(layout.lock())) {
            throw new BoxFailure("Nothing of this clone is running. Start it with ./liap up.");
        }
        progress.say(new ControlClient(layout.control()).ask("/node/" + verb + "/" + number));
        return 0;
    }

    private static long number(String verb, List<String> words) {
        if (words.size() == 2) {
            String text = words.get(1);
            boolean name = !verb.equals("add") && text.startsWith("n");
            return UpOptions.whole("node " + verb, name ? text.substring(1) : text, 1, 9999);
        }
        if (verb.equals("add")) {
            return 1;
        }
        throw new BoxFailure("Which node? ./liap node " + verb + " 1");
    }
}
