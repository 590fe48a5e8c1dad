package io.liaptui.box.redis;

import io.liaptui.box.process.Child;
import io.liaptui.box.process.Launch;
import io.liaptui.box.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import redis.embedded.core.ExecutableProvider;

/** Starts the Redis server that the library brings along, as a process of ours with its data in our folder. */
public final class EmbeddedRedis {
    private EmbeddedRedis() {}

    /**
     * Starts it; it may still be loading its file when this returns.
     *
     * @param data folder of the append-only file, made if missing
     * @throws IOException if the library has no server for this system
     */
    public static Child start(Processes processes, int port, Path data, Path log) throws IOException {
        return start(processes, "redis", port, data, log, List.of());
    }

    /**
     * The same, under a name of its own.
     *
     * @param more arguments of the server
     */
    public static Child start(Processes processes, String name, int port, Path data, Path log, List<String> more)
            throws IOException {
        Files.createDirectories(data);
        String server = ExecutableProvider.newJarResourceProvider().get().getAbsolutePath();
        // Every write is in the file before its answer goes out, so a kill loses nothing; only a power cut may lose a
        // second
        List<String> command = new ArrayList<>(List.of(
                server,
                "--port",
                Integer.toString(port),
                "--bind",
                "127.0.0.1",
                "--dir",
                ".",
                "--appendonly",
                "yes",
                "--appendfsync",
                "everysec",
                "--save",
                "",
                "--maxmemory-policy",
                "noeviction"));
        command.addAll(more);
        return processes.start(new Launch(name, command, Map.of(), true, data, log));
    }
}
