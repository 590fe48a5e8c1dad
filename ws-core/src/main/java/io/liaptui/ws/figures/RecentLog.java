package io.liaptui.ws.figures;

import io.liaptui.common.redis.NodeLog;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/**
 * Counts this node's warnings and errors and remembers the newest of our own for the REST API. It keeps templates and not
 * what was filled in: that may be a player's name, and the API is open to everybody. Full: the oldest line goes.
 * Threading: any thread.
 */
public final class RecentLog extends Handler {
    static final int LINES = 20;
    private static final int LONGEST = 160;
    private static final String OURS = "io.liaptui.";

    private final AtomicLong warnings = new AtomicLong();
    private final AtomicLong errors = new AtomicLong();
    private final Deque<NodeLog.Line> last = new ArrayDeque<>();

    public RecentLog() {
        setLevel(Level.WARNING);
    }

    /** From now on it hears all loggers. */
    public void listen() {
        Logger.getLogger("").addHandler(this);
    }

    public NodeLog now() {
        synchronized (last) {
            return new NodeLog(warnings.get(), errors.get(), List.copyOf(last));
        }
    }

    @Override
    public void publish(LogRecord record) {
        if (!isLoggable(record)) {
            return;
        }
        boolean error = record.getLevel().intValue() >= Level.SEVERE.intValue();
        (error ? errors : warnings).incrementAndGet();
        String logger = record.getLoggerName() == null ? "" : record.getLoggerName();
        if (logger.startsWith(OURS)) {
            remember(new NodeLog.Line(
                    record.getMillis(), error ? "ERROR" : "WARN", logger, template(record), thrown(record)));
        }
    }

    private void remember(NodeLog.Line line) {
        synchronized (last) {
            if (last.size() == LINES) {
                last.removeFirst();
            }
            last.addLast(line);
        }
    }

    /** Only this kind of record still has the template; others come filled in. */
    private static String template(LogRecord record) {
        String text = record instanceof ExtLogRecord && record.getMessage() != null ? record.getMessage() : "";
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }

    private static String thrown(LogRecord record) {
        return record.getThrown() == null ? "" : record.getThrown().getClass().getName();
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        Logger.getLogger("").removeHandler(this);
    }
}
