package io.liaptui.box.chaos.load;

import io.liaptui.box.chaos.verdict.Finding;
import io.liaptui.box.chaos.verdict.Histories;
import io.liaptui.box.chaos.verdict.Judgement;
import io.vertx.core.Vertx;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Keeps a number of games in progress: one that ends is compared with its history and replaced. Every second one has four
 * players, the others two and two bots. Thread-safe.
 */
public final class Load implements AutoCloseable {
    /** So that a fleet that has just started, or come back, is not met by everybody at once. */
    private static final int GATHERING_AT_ONCE = 6;

    private static final long AFTER_FAILURE_MILLIS = 500;

    private final Vertx vertx;
    private final URI site;
    private final LoadOptions options;
    private final Histories histories;
    private final Tally tally = new Tally();
    private final Set<Table> tables = ConcurrentHashMap.newKeySet();
    private final AtomicInteger number = new AtomicInteger();
    private final Semaphore gathering = new Semaphore(GATHERING_AT_ONCE);
    private final List<Thread> threads = new ArrayList<>();
    private volatile boolean closing;

    /**
     * @param vertx for the players alone
     * @param site where browsers would go
     */
    public Load(Vertx vertx, URI site, LoadOptions options, Histories histories) {
        this.vertx = vertx;
        this.site = site;
        this.options = options;
        this.histories = histories;
    }

    /** Begins to play. */
    public void start() {
        for (int i = 0; i < options.games(); i++) {
            int humans = i % 2 == 0 ? 4 : 2;
            threads.add(Thread.ofVirtual().name("table-" + i).start(() -> keepPlaying(humans)));
        }
    }

    private void keepPlaying(int humans) {
        try {
            while (!closing) {
                playOnce(humans);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void playOnce(int humans) throws InterruptedException {
        try (Table table = new Table(vertx, site, options, tally, number.incrementAndGet(), humans)) {
            if (!gather(table)) {
                tally.setupFailed();
                TimeUnit.MILLISECONDS.sleep(AFTER_FAILURE_MILLIS);
                return;
            }
            tables.add(table);
            histories.follow(table.room());
            try {
                table.play();
                compare(table);
            } finally {
                tables.remove(table);
            }
        }
    }

    private boolean gather(Table table) throws InterruptedException {
        gathering.acquire();
        try {
            return table.gather();
        } finally {
            gathering.release();
        }
    }

    private void compare(Table table) throws InterruptedException {
        Judgement judgement = histories.compare(table.room(), table.shown());
        judgement.findings().forEach(tally::report);
        tally.compared(judgement.moves());
        histories.forget(table.room());
    }

    /** How many games are in progress. */
    public int playing() {
        return tables.size();
    }

    /** Their rooms. */
    public List<String> rooms() {
        return tables.stream().map(Table::room).toList();
    }

    /** Moves that the players of running games were shown. */
    public int moves() {
        return tables.stream()
                .mapToInt(table -> table.circle().guests().stream()
                        .mapToInt(Guest::moveCount)
                        .max()
                        .orElse(0))
                .sum();
    }

    /**
     * A fault begins: from now on every player measures.
     *
     * @param hanging the players' own addresses and ports of sockets behind which nobody will listen: what is said there is not accepted
     */
    public void beginWatch(Set<String> hanging) {
        tally.quiet(false);
        long now = System.nanoTime();
        tables.forEach(table -> table.circle().beginWatch(now, hanging));
    }

    /** The fault is over, and what they measured. */
    public List<Sample> endWatch() {
        long now = System.nanoTime();
        List<Sample> samples = tables.stream()
                .flatMap(table -> table.circle().endWatch(now).stream())
                .toList();
        tally.quiet(true);
        return samples;
    }

    /** Rooms of games with a player who is not there, or that has shown nothing new since then. */
    public List<String> waiting(long sinceNanos) {
        return tables.stream()
                .map(Table::circle)
                .filter(circle -> !circle.complete() || circle.progressAt() < sinceNanos)
                .map(Circle::room)
                .toList();
    }

    /** What was counted and found. */
    public Tally tally() {
        return tally;
    }

    /** Compares all running games with their histories, as far as they came. */
    public void compareAll() throws InterruptedException {
        for (Table table : tables) {
            // Seen first, then read: whatever was shown is stored by then
            Judgement judgement = histories.compare(table.room(), table.shown());
            judgement.findings().forEach(tally::report);
            tally.compared(judgement.moves());
        }
    }

    /** A game that stands still is as good as dropped. */
    public void reportStanding(String room, String why) {
        tally.report(new Finding(Finding.Kind.DROPPED_GAME, room, why));
    }

    /** Sends everybody home. */
    @Override
    public void close() {
        closing = true;
        threads.forEach(Thread::interrupt);
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
