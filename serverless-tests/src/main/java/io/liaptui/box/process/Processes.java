package io.liaptui.box.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Starts processes and keeps the {@link Ledger} true: a process stands in it from its start to its end. Thread-safe.
 *
 * <p>Each child gets a session of its own where the system offers {@code setsid}, so that Ctrl-C reaches the box alone,
 * which then ends its children in order.
 */
public final class Processes {
    private final Ledger ledger;
    private final List<String> ownSession = inPath("setsid").map(List::of).orElse(List.of());
    private final Map<Long, ProcessId> running = new LinkedHashMap<>();
    private boolean forgotten;

    public Processes(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Adds the process that calls this. */
    public synchronized void addSelf(String name) {
        ProcessId self = ProcessId.of(name, ProcessHandle.current());
        add(self);
    }

    /**
     * Starts a process.
     *
     * @throws IOException if the program cannot be started or the log not written
     */
    public Child start(Launch launch) throws IOException {
        Files.createDirectories(launch.log().toAbsolutePath().getParent());
        long logStart = Files.exists(launch.log()) ? Files.size(launch.log()) : 0;
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(ownSession.stream(), launch.command().stream())
                        .toList())
                .directory(launch.directory().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(launch.log().toFile()))
                .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        if (!launch.inherit()) {
            builder.environment().clear();
        }
        builder.environment().putAll(launch.environment());
        Child child = new Child(launch.name(), builder.start(), launch.log(), logStart);
        add(child.id());
        child.exit().thenRun(() -> remove(child.id()));
        return child;
    }

    private synchronized void add(ProcessId id) {
        running.put(id.pid(), id);
        write();
    }

    private synchronized void remove(ProcessId id) {
        if (running.remove(id.pid(), id)) {
            write();
        }
    }

    /** Deletes the ledger for good: the box is over and every child gone. */
    public synchronized void forget() {
        forgotten = true;
        ledger.delete();
    }

    private void write() {
        if (!forgotten) {
            ledger.write(running.values());
        }
    }

    /** Pids of the running children whose name fits, oldest first. */
    public synchronized List<Long> pids(Predicate<String> name) {
        List<Long> pids = new ArrayList<>();
        running.values().stream().filter(id -> name.test(id.name())).forEach(id -> pids.add(id.pid()));
        return pids;
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
