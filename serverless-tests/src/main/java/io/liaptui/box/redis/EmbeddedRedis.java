package io.liaptui.box.redis;

import io.liaptui.box.process.Child;
import io.liaptui.box.process.Launch;
import io.liaptui.box.process.Processes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
        Files.createDirectories(data);
        String server = ExecutableProvider.newJarResourceProvider().get().getAbsolutePath();
        // Every write is in the file before its answer goes out, so a kill loses nothing; only a power cut may lose a
        // second
        List<String> command = List.of(
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
                "noeviction");
        return processes.start(new Launch("redis", command, Map.of(), true, data, log));
    }
}
