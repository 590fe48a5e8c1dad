package io.liaptui.box.chaos.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;

/**
 * On what the drills ran.
 *
 * @param cores that the operating system shows
 * @param memoryGiB of the machine
 * @param processor its name, or its architecture
 * @param java version of the runtime
 * @param when in UTC
 */
record Machine(int cores, long memoryGiB, String processor, String java, String when) {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    static Machine here() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Machine(
                system.getAvailableProcessors(),
                Math.round(system.getTotalMemorySize() / (double) (1L << 30)),
                processor(system),
                System.getProperty("java.version"),
                Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static String processor(OperatingSystemMXBean system) {
        if (Files.isReadable(CPU_INFO)) {
            try (Stream<String> lines = Files.lines(CPU_INFO)) {
                return lines.filter(line -> line.startsWith("model name"))
                        .map(line -> line.replaceFirst("^[^:]*:\\s*", ""))
                        .findFirst()
                        .orElse(system.getArch());
            } catch (IOException e) {
                return system.getArch();
            }
        }
        return system.getArch();
    }

    String text() {
        return processor + ", " + cores + " cores, " + memoryGiB + " GiB, Java " + java;
    }
}
