package io.liaptui.box.process;

import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Starts processes in sessions of their own where the system offers {@code setsid}, so that Ctrl-C reaches the box
 * alone, which then ends its children in order, and a closed terminal does not end a box in the background.
 */
public final class Sessions {
    private Sessions() {}

    /**
     * Starts a process that nobody keeps a ledger of.
     *
     * @throws IOException if the program cannot be started or the log not written
     */
    public static Child start(Launch launch) throws IOException {
        Files.createDirectories(launch.log().toAbsolutePath().getParent());
        long logStart = Files.exists(launch.log()) ? Files.size(launch.log()) : 0;
        List<String> command = new ArrayList<>();
        inPath("setsid").ifPresent(command::add);
        command.addAll(launch.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(launch.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(launch.log().toFile()))
                .redirectInput(Redirect.from(new File("/dev/null")));
        if (!launch.inherit()) {
            builder.environment().clear();
        }
        builder.environment().putAll(launch.environment());
        return new Child(launch.name(), builder.start(), launch.log(), logStart);
    }

    private static Optional<String> inPath(String program) {
        String path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        return Stream.of(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
