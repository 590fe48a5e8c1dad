package io.liaptui.box.lambda;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One function, ready to be started.
 *
 * @param name of the function, and the start of its processes' names
 * @param command program and arguments of one process
 * @param environment all that a process sees, but for the address of the Runtime API
 * @param directory where it runs
 * @param log file for the output of all its processes
 */
public record FunctionCode(
        String name, List<String> command, Map<String, String> environment, Path directory, Path log) {
    public FunctionCode {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    String arn() {
        return "arn:aws:lambda:" + environment.getOrDefault("AWS_REGION", PackagedFunction.REGION)
                + ":000000000000:function:" + name;
    }
}
