package io.liaptui.box.run;

import io.liaptui.box.process.Child;
import io.liaptui.box.process.Launch;
import io.liaptui.box.process.Sessions;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * {@code ./liap up --detach}: starts a second process that is the box, shows what it says until it is ready, and leaves
 * it behind.
 */
final class Detached {
    private static final Duration BETWEEN = Duration.ofMillis(100);
    private final Path log;
    private final Progress progress;
    private long shown;

    private Detached(Path log, Progress progress) {
        this.log = log;
        this.progress = progress;
    }

    static int up(Layout layout, List<String> words, Progress progress) throws IOException, InterruptedException {
        BoxLock lock = BoxLock.take(layout.lock());
        try {
            Files.deleteIfExists(layout.control());
            Folders.delete(layout.logs());
            Folders.delete(layout.supervisor());
            Folders.copy(layout.home().resolve("serverless-tests/target/classes"), layout.supervisor());
        } finally {
            lock.close();
        }
        Path log = layout.log("box");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dliap.home=" + layout.home(),
                "-Dliap.state=" + layout.state()));
        command.addAll(List.of("-cp", classPath(layout), Liap.class.getName(), "supervise"));
        command.addAll(words);
        Child box = Sessions.start(new Launch("box", command, Map.of(), true, layout.home(), log));
        return new Detached(log, progress).follow(box, layout.control());
    }

    /** Ours first, from the copy; then the libraries of this very process. */
    private static String classPath(Layout layout) {
        String all = System.getProperty("java.class.path");
        int first = all.indexOf(File.pathSeparatorChar);
        return layout.supervisor() + (first < 0 ? "" : all.substring(first));
    }

    private int follow(Child box, Path ready) throws IOException, InterruptedException {
        boolean ended = false;
        while (!ended && ControlFile.read(ready).isEmpty()) {
            ended = box.ended(BETWEEN);
            show();
        }
        show();
        return ended ? box.exit().join() : 0;
    }

    private void show() throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] fresh = new byte[(int) (file.length() - shown)];
            file.seek(shown);
            file.readFully(fresh);
            String text = new String(fresh, StandardCharsets.UTF_8);
            int whole = text.lastIndexOf('\n') + 1;
            shown += text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length;
            text.substring(0, whole).lines().forEach(progress::say);
        }
    }
}
