package io.liaptui.box.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What the kernel says of a process. */
final class ProcessFigures {
    private static final long KIB = 1024;

    private ProcessFigures() {}

    /** Processor time so far; zero where the system does not tell. */
    static Duration cpu(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(handle -> handle.info().totalCpuDuration())
                .orElse(Duration.ZERO);
    }

    /** Resident memory in bytes; the most there was, if the kernel counts that. 0 where there is no {@code /proc}. */
    static long resident(long pid) throws IOException {
        Path status = Path.of("/proc", Long.toString(pid), "status");
        if (!Files.isReadable(status)) {
            return 0;
        }
        String text = Files.readString(status);
        long peak = field(text, "VmHWM");
        return peak > 0 ? peak : field(text, "VmRSS");
    }

    private static long field(String text, String name) {
        return text.lines()
                        .filter(line -> line.startsWith(name + ":"))
                        .map(line -> line.replaceAll("\\D+", ""))
                        .mapToLong(Long::parseLong)
                        .findFirst()
                        .orElse(0)
                * KIB;
    }
}
