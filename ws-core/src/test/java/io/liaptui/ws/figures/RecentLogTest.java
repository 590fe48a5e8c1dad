package io.liaptui.ws.figures;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.redis.NodeLog;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jboss.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecentLogTest {
    private final Logger ours = Logger.getLogger(RecentLogTest.class);
    private final Logger theirs = Logger.getLogger("org.example.Library");
    private final RecentLog log = new RecentLog();

    @BeforeEach
    void listen() {
        log.listen();
    }

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void warningsAndErrorsAreCountedAndNothingElse() {
        ours.info("fine");
        ours.warn("odd");
        theirs.warn("odd as well");
        ours.error("bad");
        NodeLog now = log.now();
        assertThat(now.warnings()).isEqualTo(2);
        assertThat(now.errors()).isEqualTo(1);
    }

    /** As the log manager of a running node makes them. */
    private static LogRecord record(Level level, String template, Object... filledIn) {
        ExtLogRecord record =
                new ExtLogRecord(level, template, ExtLogRecord.FormatStyle.PRINTF, RecentLogTest.class.getName());
        record.setParameters(filledIn);
        record.setLoggerName(RecentLogTest.class.getName());
        return record;
    }

    @Test
    void whatWasFilledInIsNotKept() {
        log.publish(record(Level.WARNING, "room %s of %s failed", "A1B2C3", "Ann"));
        LogRecord broken = record(Level.SEVERE, "it broke");
        broken.setThrown(new IllegalStateException("because of Ann"));
        log.publish(broken);
        List<NodeLog.Line> last = log.now().last();
        assertThat(last).extracting(NodeLog.Line::message).containsExactly("room %s of %s failed", "it broke");
        assertThat(last).extracting(NodeLog.Line::level).containsExactly("WARN", "ERROR");
        assertThat(last.getLast().exception()).isEqualTo("java.lang.IllegalStateException");
        assertThat(last.toString()).doesNotContain("Ann", "A1B2C3");
    }

    @Test
    void aTextThatComesFilledInIsLeftOut() {
        LogRecord plain = new LogRecord(Level.WARNING, "room A1B2C3 of Ann failed");
        plain.setLoggerName(RecentLogTest.class.getName());
        log.publish(plain);
        assertThat(log.now().last()).extracting(NodeLog.Line::message).containsExactly("");
    }

    @Test
    void othersTextsAreNotKept() {
        theirs.warn("user Ann");
        assertThat(log.now().last()).isEmpty();
    }

    @Test
    void ofManyLinesTheNewestStay() {
        for (int i = 0; i < RecentLog.LINES + 5; i++) {
            log.publish(record(Level.WARNING, "line " + i));
        }
        assertThat(log.now().last())
                .hasSize(RecentLog.LINES)
                .extracting(NodeLog.Line::message)
                .startsWith("line 5")
                .endsWith("line " + (RecentLog.LINES + 4));
    }
}
