package io.liaptui.box.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A share of the processors as Lambda gives it: by memory, a whole one at 1,769 MB (AWS, "Configure Lambda function
 * memory"). A control group of the kernel holds the process to it; where none can be made, nothing is measured.
 */
final class CpuShare implements AutoCloseable {
    private static final double FULL_CORE_MB = 1769;
    private static final long PERIOD_MICROS = 20_000;
    private static final Path V1 = Path.of("/sys/fs/cgroup/cpu");
    private static final Path V2 = Path.of("/sys/fs/cgroup");

    private final Path group;

    private CpuShare(Path group) {
        this.group = group;
    }

    /** Empty where we may not make a group. */
    static Optional<CpuShare> of(int memoryMb) {
        long quota = Math.round(PERIOD_MICROS * memoryMb / FULL_CORE_MB);
        boolean v2 = isV2();
        Path group = own();
        try {
            Files.createDirectory(group);
            if (v2) {
                Files.writeString(group.resolve("cpu.max"), quota + " " + PERIOD_MICROS);
            } else {
                Files.writeString(group.resolve("cpu.cfs_period_us"), Long.toString(PERIOD_MICROS));
                Files.writeString(group.resolve("cpu.cfs_quota_us"), Long.toString(quota));
            }
            return Optional.of(new CpuShare(group));
        } catch (IOException e) {
            delete(group);
            return Optional.empty();
        }
    }

    /** The same command, held to the share from its first instruction. */
    List<String> around(List<String> command) {
        List<String> all = new ArrayList<>(
                List.of("/bin/sh", "-c", "echo $$ > \"$0/cgroup.procs\" && exec \"$@\"", group.toString()));
        all.addAll(command);
        return all;
    }

    @Override
    public void close() {
        delete(group);
    }

    /** Removes the group of this process, if there is one and its processes have ended. */
    static void removeOwn() {
        delete(own());
    }

    private static Path own() {
        return (isV2() ? V2 : V1)
                .resolve("liap-bench-" + ProcessHandle.current().pid());
    }

    private static boolean isV2() {
        return Files.exists(V2.resolve("cgroup.controllers"));
    }

    private static void delete(Path group) {
        try {
            Files.deleteIfExists(group);
        } catch (IOException e) {
            // A process of it has not quite ended; the group is empty then and costs nothing
        }
    }
}
