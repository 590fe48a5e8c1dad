package io.liaptui.box.chaos.fleet;

import io.liaptui.box.process.Processes;
import io.liaptui.box.run.Folders;
import io.liaptui.box.run.NodeProgram;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * The game service as its next release will be, as far as stored rooms are concerned: the same program with the one
 * property of the build raised that says which schema it reads.
 */
final class NextRelease {
    private static final String SCHEMA = "io/liaptui/common/history/schema.properties";

    private NextRelease() {}

    /**
     * Makes a copy of the packaged program beside it, and trains it, once.
     *
     * @param log what the training writes
     * @return its folder
     */
    static Path of(Path program, Processes processes, Path log) throws IOException, InterruptedException {
        Path next = program.resolveSibling(program.getFileName() + "-next");
        if (!Files.exists(next)) {
            Folders.copy(program, next);
            try (FileSystem jar = FileSystems.newFileSystem(common(next))) {
                Path file = jar.getPath(SCHEMA);
                Properties properties = new Properties();
                properties.load(new StringReader(Files.readString(file)));
                int schema = Integer.parseInt(properties.getProperty("schema").strip());
                Files.writeString(file, "schema=" + (schema + 1) + "\n");
            }
            NodeProgram changed = new NodeProgram(next);
            changed.forget();
            changed.train(processes, log, line -> {});
        }
        return next;
    }

    private static Path common(Path program) throws IOException {
        try (Stream<Path> jars = Files.list(program.resolve("lib/main"))) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("io.liaptui.common-"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no module common in " + program));
        }
    }
}
