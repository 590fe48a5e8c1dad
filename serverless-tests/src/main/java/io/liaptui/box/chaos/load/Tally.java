package io.liaptui.box.chaos.load;

import io.liaptui.box.chaos.verdict.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is counted and found during one drill, over all tables. Thread-safe. */
public final class Tally {
    private final UsualWaits waits = new UsualWaits();
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Integer, Integer> closes = new TreeMap<>();
    private final Map<String, Integer> refusals = new TreeMap<>();
    private final Map<String, Integer> errors = new TreeMap<>();
    private boolean quiet = true;
    private int faults;
    private int pausesTold;
    private int movesCompared;
    private int gamesCompared;
    private int gamesFinished;
    private int setupsFailed;

    UsualWaits waits() {
        return waits;
    }

    synchronized boolean quiet() {
        return quiet;
    }

    synchronized void quiet(boolean nothingIsWrong) {
        quiet = nothingIsWrong;
        if (!nothingIsWrong) {
            faults++;
        }
    }

    /** How many faults there were so far, in all drills. */
    synchronized int faults() {
        return faults;
    }

    synchronized void pauseTold() {
        pausesTold++;
    }

    /** Something that must not be. */
    public synchronized void report(Finding finding) {
        findings.add(finding);
    }

    synchronized void closed(int code) {
        closes.merge(code, 1, Integer::sum);
    }

    synchronized void refused(String why) {
        refusals.merge(why, 1, Integer::sum);
    }

    synchronized void error(String message) {
        errors.merge(message, 1, Integer::sum);
    }

    synchronized void setupFailed() {
        setupsFailed++;
    }

    synchronized void finished() {
        gamesFinished++;
    }

    synchronized void compared(int moves) {
        gamesCompared++;
        movesCompared += moves;
    }

    /** All so far. */
    public synchronized Counts counts() {
        return new Counts(
                List.copyOf(findings),
                Map.copyOf(closes),
                Map.copyOf(refusals),
                Map.copyOf(errors),
                movesCompared,
                gamesCompared,
                gamesFinished,
                setupsFailed,
                pausesTold);
    }

    /** Begins again, with what was learnt of usual waits. */
    public synchronized void clear() {
        findings.clear();
        closes.clear();
        refusals.clear();
        errors.clear();
        movesCompared = 0;
        gamesCompared = 0;
        gamesFinished = 0;
        setupsFailed = 0;
        pausesTold = 0;
    }

    /**
     * The numbers of one drill.
     *
     * @param findings what must not be
     * @param closes sockets of running games closed from outside, by close code
     * @param refusals attempts to connect that failed, by reason
     * @param errors that players were told in running games, by their words
     * @param movesCompared seen by any player and looked up in the history
     * @param gamesCompared whose history was read
     * @param gamesFinished played to the end
     * @param setupsFailed tables that did not come together before their game began
     * @param pausesTold how often a player of our own protocol was told that the server waits for its storage
     */
    public record Counts(
            List<Finding> findings,
            Map<Integer, Integer> closes,
            Map<String, Integer> refusals,
            Map<String, Integer> errors,
            int movesCompared,
            int gamesCompared,
            int gamesFinished,
            int setupsFailed,
            int pausesTold) {}
}
