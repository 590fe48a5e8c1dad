package io.liaptui.box.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * The machine's processors so far, in ticks of the kernel.
 *
 * @param idle of all cores
 * @param all of all cores; 0 where there is no {@code /proc}
 */
record CoresBusy(long idle, long all) {
    static CoresBusy now() {
        try {
            long[] ticks = Arrays.stream(Files.readAllLines(Path.of("/proc/stat"))
                            .getFirst()
                            .replaceFirst("cpu\\s+", "")
                            .split("\\s+"))
                    .mapToLong(Long::parseLong)
                    .toArray();
            return new CoresBusy(ticks[3] + ticks[4], Arrays.stream(ticks).sum());
        } catch (IOException e) {
            return new CoresBusy(0, 0);
        }
    }

    /** Share of all cores that was busy from this moment to that; below 0 if the system does not tell. */
    double until(CoresBusy later) {
        return later.all <= all ? -1 : 1 - (later.idle - idle) / (double) (later.all - all);
    }
}
