package io.liaptui.ws.simulation;

import io.liaptui.ws.journal.JournalAway;
import java.util.concurrent.CompletionException;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What nodes log while simulations run: nothing but errors, and an error fails the run of its thread, unless Redis was
 * only away. Logs as before when closed.
 */
final class Defects extends Handler implements AutoCloseable {
    private static final ThreadLocal<@Nullable Verdict> CURRENT = new ThreadLocal<>();

    private final Logger logger = Logger.getLogger("io.liaptui");
    private final @Nullable Level level = logger.getLevel();
    private final boolean parents = logger.getUseParentHandlers();

    Defects() {
        logger.setLevel(Level.SEVERE);
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    /** From now on errors of this thread fail this run; null for none. */
    static void failing(@Nullable Verdict verdict) {
        CURRENT.set(verdict);
    }

    @Override
    public void publish(LogRecord record) {
        Verdict verdict = CURRENT.get();
        // What an operator is to be told of a mixed cluster is no defect
        boolean waits = record.getMessage().contains("it waits for a newer node")
                // Nor of a node that may not leave
                || record.getLoggerName().endsWith(".OwnVerdict");
        if (!waits
                && verdict != null
                && record.getLevel().intValue() >= Level.SEVERE.intValue()
                && !isAway(record.getThrown())) {
            Violation violation = new Violation("(no defect is logged)", record.getMessage());
            if (record.getThrown() != null) {
                violation.initCause(record.getThrown());
            }
            verdict.fail(violation);
        }
    }

    private static boolean isAway(@Nullable Throwable thrown) {
        return thrown instanceof JournalAway
                || (thrown instanceof CompletionException && thrown.getCause() instanceof JournalAway);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(parents);
        logger.setLevel(level);
    }
}
