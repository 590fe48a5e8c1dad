package io.liaptui.box.process;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One process for good: a pid alone may belong to a stranger tomorrow.
 *
 * @param name for people
 * @param pid of the operating system
 * @param started when it started, as the operating system says
 */
public record ProcessId(String name, long pid, Instant started) {
    // Linux derives start times from a boot time that moves by up to a second when the clock is set
    private static final Duration SAME = Duration.ofSeconds(2);

    public static ProcessId of(String name, ProcessHandle handle) {
        return new ProcessId(name, handle.pid(), handle.info().startInstant().orElse(Instant.EPOCH));
    }

    /** The running process, or empty if it ended or its pid now belongs to another one. */
    public Optional<ProcessHandle> running() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedThen);
    }

    private boolean startedThen(ProcessHandle handle) {
        return handle.info()
                .startInstant()
                .map(start -> Duration.between(start, started).abs().compareTo(SAME) <= 0)
                .orElse(false);
    }
}
