package io.liaptui.box.process;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Ends what an earlier box left running, by its ledger: only processes whose pid and start time both match. */
public final class LeftOvers {
    private static final Duration GRACE = Duration.ofSeconds(5);

    private LeftOvers() {}

    /** Those still running. */
    public static List<ProcessId> running(Ledger ledger) {
        return ledger.read().stream().filter(id -> id.running().isPresent()).toList();
    }

    /**
     * SIGTERM to each, SIGKILL to those that stay.
     *
     * @return those that were running
     */
    public static List<ProcessId> end(Ledger ledger) throws InterruptedException {
        List<ProcessId> ended = new ArrayList<>(running(ledger));
        ended.forEach(id -> id.running().ifPresent(ProcessHandle::destroy));
        for (ProcessId id : ended) {
            if (!gone(id, GRACE)) {
                id.running().ifPresent(ProcessHandle::destroyForcibly);
                gone(id, GRACE);
            }
        }
        return ended;
    }

    /**
     * Waits for the end of a process.
     *
     * @return whether it is gone
     */
    public static boolean gone(ProcessId id, Duration limit) throws InterruptedException {
        try {
            var handle = id.running();
            if (handle.isPresent()) {
                handle.get().onExit().get(limit.toMillis(), TimeUnit.MILLISECONDS);
            }
            return true;
        } catch (TimeoutException | ExecutionException e) {
            return id.running().isEmpty();
        }
    }
}
