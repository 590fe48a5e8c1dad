package io.liaptui.box.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** {@code ./liap logs [part]}: what the parts of the last box wrote. */
final class Logs {
    private static final String ENDING = ".log";
    private static final int LINES = 200;

    private Logs() {}

    static int show(Layout layout, List<String> words, Progress progress) throws IOException {
        List<String> parts = parts(layout);
        if (parts.isEmpty()) {
            progress.say("No logs yet. Start the box with ./liap up.");
            return 1;
        }
        if (words.isEmpty()) {
            for (String part : parts) {
                progress.say("==> " + part + " <==");
                tail(layout.log(part), 10, progress);
            }
            progress.say("More of one part: ./liap logs " + String.join("|", parts));
            return 0;
        }
        if (words.size() > 1) {
            throw new BoxFailure("One part at a time: ./liap logs " + words.getFirst());
        }
        String part = words.getFirst();
        if (!parts.contains(part)) {
            throw new BoxFailure("There is no log of \"" + part + "\". There are: " + String.join(", ", parts) + ".");
        }
        tail(layout.log(part), LINES, progress);
        return 0;
    }

    private static List<String> parts(Layout layout) throws IOException {
        if (!Files.isDirectory(layout.logs())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(layout.logs())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .map(name -> name.substring(0, name.length() - ENDING.length()))
                    .sorted()
                    .toList();
        }
    }

    private static void tail(Path log, int count, Progress progress) throws IOException {
        List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                .lines()
                .toList();
        lines.subList(Math.max(0, lines.size() - count), lines.size()).forEach(progress::say);
    }
}
