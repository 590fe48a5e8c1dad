package io.liaptui.box.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process that we started. Thread-safe. */
public final class Child {
    private final Process process;
    private final ProcessId id;
    private final Path log;
    private final long logStart;

    Child(String name, Process process, Path log, long logStart) {
        this.process = process;
        this.id = ProcessId.of(name, process.toHandle());
        this.log = log;
        this.logStart = logStart;
    }

    public ProcessId id() {
        return id;
    }

    public long pid() {
        return id.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** Completes with the exit code. */
    public CompletableFuture<Integer> exit() {
        return process.onExit().thenApply(Process::exitValue);
    }

    /**
     * Waits for the end, at most this long.
     *
     * @return whether it ended
     */
    public boolean ended(Duration limit) throws InterruptedException {
        return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** SIGTERM, without waiting. */
    public void terminate() {
        process.destroy();
    }

    /** SIGTERM, then SIGKILL once the grace is over. Returns when the process is gone. */
    public void stop(Duration grace) throws InterruptedException {
        process.destroy();
        if (!ended(grace)) {
            kill();
        }
    }

    /** SIGKILL. Returns when the process is gone. */
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** What this very process wrote last, for a message to a person. */
    public List<String> lastLines(int count) {
        try {
            byte[] all = Files.readAllBytes(log);
            int from = (int) Math.min(logStart, all.length);
            List<String> lines = new String(all, from, all.length - from, StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            return List.of("(no log at " + log + ")");
        }
    }
}
