package io.liaptui.box.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a process is to be started.
 *
 * @param name for people and the ledger, as {@code n1} or {@code redis}
 * @param command program and arguments
 * @param environment added to the inherited one, or all of it
 * @param inherit whether the process sees our own environment as well
 * @param directory where it runs
 * @param log file to which its output is appended
 */
public record Launch(
        String name, List<String> command, Map<String, String> environment, boolean inherit, Path directory, Path log) {
    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }
}
