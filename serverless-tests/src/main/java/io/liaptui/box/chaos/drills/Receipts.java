package io.liaptui.box.chaos.drills;

import io.liaptui.box.chaos.report.Metric;
import io.liaptui.box.chaos.report.Repetition;
import io.liaptui.box.run.Layout;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the nodes say of a fault in their logs, as times since it began. */
final class Receipts {
    private static final Pattern LINE = Pattern.compile("^(\\d\\d:\\d\\d:\\d\\d\\.\\d{3}) (\\w+) +[^:]*: (.*)$");
    private static final Pattern DETECTED = Pattern.compile("^Node \\S+ is (dead|gone)");
    private static final Pattern TAKEN = Pattern.compile("^room \\S+ (taken over|runs here)");
    private static final Pattern PAUSED = Pattern.compile("^room \\S+ runs on \\S+ after a pause of (\\d+) ms");
    private static final Duration NIGHT = Duration.ofHours(12);

    private final Layout layout;
    private final Map<Path, Long> sizes = new HashMap<>();
    private final LocalTime began = LocalTime.now();

    private Receipts(Layout layout) {
        this.layout = layout;
    }

    /** From now on. */
    static Receipts from(Layout layout) {
        Receipts receipts = new Receipts(layout);
        receipts.logs().forEach((log, size) -> receipts.sizes.put(log, size));
        return receipts;
    }

    private Map<Path, Long> logs() {
        Map<Path, Long> logs = new HashMap<>();
        if (Files.isDirectory(layout.logs())) {
            try (Stream<Path> all = Files.list(layout.logs())) {
                for (Path log : all.filter(file -> file.getFileName().toString().matches("n\\d+\\.log"))
                        .toList()) {
                    logs.put(log, Files.size(log));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return logs;
    }

    void read(Repetition repetition) throws IOException {
        int errors = 0;
        for (Map.Entry<Path, Long> log : logs().entrySet()) {
            long from = sizes.getOrDefault(log.getKey(), 0L);
            for (String line : since(log.getKey(), from, log.getValue()).split("\n")) {
                Matcher match = LINE.matcher(line);
                if (match.matches()) {
                    long nanos = since(LocalTime.parse(match.group(1)));
                    if (DETECTED.matcher(match.group(3)).find()) {
                        repetition.add(Metric.DETECTED, nanos);
                    } else if (TAKEN.matcher(match.group(3)).find()) {
                        repetition.add(Metric.TAKEN, nanos);
                    }
                    Matcher paused = PAUSED.matcher(match.group(3));
                    if (paused.find()) {
                        repetition.add(Metric.PAUSE, TimeUnit.MILLISECONDS.toNanos(Long.parseLong(paused.group(1))));
                    }
                    errors += match.group(2).equals("ERROR") ? 1 : 0;
                }
            }
        }
        if (errors > 0) {
            repetition.note(errors + " errors in the nodes' logs");
        }
    }

    private static String since(Path log, long from, long to) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            byte[] fresh = new byte[(int) (to - from)];
            file.seek(from);
            file.readFully(fresh);
            return new String(fresh, StandardCharsets.UTF_8);
        }
    }

    private long since(LocalTime time) {
        Duration passed = Duration.between(began, time);
        // The logs have no date
        return (passed.compareTo(NIGHT.negated()) < 0 ? passed.plusDays(1) : passed).toNanos();
    }
}
