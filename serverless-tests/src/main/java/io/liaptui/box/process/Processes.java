package io.liaptui.box.process;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Starts processes and keeps the {@link Ledger} true: a process stands in it from its start to its end. Thread-safe.
 */
public final class Processes {
    private final Ledger ledger;
    private final Map<Long, ProcessId> running = new LinkedHashMap<>();
    private final Map<Long, Child> children = new LinkedHashMap<>();
    private Runnable listener = () -> {};
    private boolean closed;
    private boolean forgotten;

    public Processes(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Adds the process that calls this. */
    public synchronized void addSelf(String name) {
        ProcessId self = ProcessId.of(name, ProcessHandle.current());
        add(self);
    }

    /** Called after every start and end, on whatever thread saw it. */
    public synchronized void onChange(Runnable listener) {
        this.listener = listener;
    }

    /**
     * Starts a process.
     *
     * @throws IOException if the program cannot be started, the log not written, or {@link #close} was called
     */
    public Child start(Launch launch) throws IOException {
        Child child = spawn(launch);
        child.exit().thenRun(() -> remove(child.id()));
        changed();
        return child;
    }

    private synchronized Child spawn(Launch launch) throws IOException {
        if (closed) {
            throw new IOException("the box is stopping");
        }
        Child child = Sessions.start(launch);
        children.put(child.pid(), child);
        add(child.id());
        return child;
    }

    private void add(ProcessId id) {
        running.put(id.pid(), id);
        write();
    }

    private void remove(ProcessId id) {
        synchronized (this) {
            if (children.remove(id.pid()) == null) {
                return;
            }
            running.remove(id.pid());
            write();
        }
        changed();
    }

    private void changed() {
        Runnable current;
        synchronized (this) {
            current = listener;
        }
        current.run();
    }

    private void write() {
        if (!forgotten) {
            ledger.write(running.values());
        }
    }

    /** From now on nothing can be started. */
    public synchronized void close() {
        closed = true;
    }

    /**
     * SIGTERM to all that fit, and SIGKILL to those that are still there after the grace. Returns when all are gone
     * and the ledger has forgotten them.
     */
    public void end(Predicate<String> name, Duration grace) throws InterruptedException {
        List<Child> ending;
        synchronized (this) {
            ending = children.values().stream()
                    .filter(child -> name.test(child.id().name()))
                    .toList();
        }
        ending.forEach(Child::terminate);
        long deadline = System.nanoTime() + grace.toNanos();
        for (Child child : ending) {
            child.stop(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
            remove(child.id());
        }
    }

    /** Deletes the ledger for good: the box is over and every child gone. */
    public synchronized void forget() {
        forgotten = true;
        ledger.delete();
    }

    /** Pids of the running children whose name fits, oldest first. */
    public synchronized List<Long> pids(Predicate<String> name) {
        List<Long> pids = new ArrayList<>();
        running.values().stream().filter(id -> name.test(id.name())).forEach(id -> pids.add(id.pid()));
        return pids;
    }
}
