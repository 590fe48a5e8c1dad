package io.liaptui.box.run;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Starts nodes again that ended without being asked to, as ECS does with its tasks: after a wait that grows while they do
 * not live for long. Who was told to go stays away. Thread-safe.
 */
final class Restarts implements AutoCloseable {
    /** Starts a node. */
    @FunctionalInterface
    interface Starter {
        /**
         * Returns when the node serves, or when its process is gone again.
         *
         * @throws IOException if there is no process
         */
        void start(int number) throws IOException, InterruptedException;
    }

    /**
     * What became of a node so far.
     *
     * @param starting whether it was in service before and is not yet again
     * @param count how often it was started again
     * @param lastExit how it ended last, without being asked to; empty if it never did
     * @param plan what happens next to one that is away, for people
     */
    record History(boolean starting, int count, String lastExit, String plan) {
        /** Of a node that serves, for the end of a line; empty if there is nothing to say. */
        String text() {
            return count == 0
                    ? ""
                    : ", restarted " + count + (count == 1 ? " time" : " times") + ", last after " + lastExit;
        }
    }

    private static final class Life {
        private final Backoff backoff = new Backoff();
        private long servesSince;
        private boolean serves;
        private boolean expected;
        private int count;
        private String lastExit = "";
        private String plan = "";
        private @Nullable Thread waiting;

        /** Nobody waits for its return any more. */
        void forgetPlan() {
            Thread thread = waiting;
            waiting = null;
            if (thread != null) {
                thread.interrupt();
            }
        }
    }

    private static final String START = "./liap node start ";

    private final boolean enabled;
    private final Progress progress;
    private final Map<Integer, Life> lives = new TreeMap<>();
    private boolean closed;

    Restarts(boolean enabled, Progress progress) {
        this.enabled = enabled;
        this.progress = progress;
    }

    /** The node is in service: from now on its end is not expected. */
    synchronized void serves(Node node) {
        Life life = lives.computeIfAbsent(node.number(), first -> new Life());
        life.serves = true;
        life.servesSince = System.nanoTime();
        life.expected = false;
        life.waiting = null;
    }

    /**
     * The node is about to be told to go, and stays away afterwards.
     *
     * @param how for people, such as {@code killed}
     */
    synchronized void expect(int number, String how) {
        Life life = lives.get(number);
        if (life != null) {
            life.expected = true;
            life.plan = how + "; " + startIt(number);
            life.forgetPlan();
        }
    }

    /** The node will not come back. */
    synchronized void forget(int number) {
        Life life = lives.remove(number);
        if (life != null) {
            life.forgetPlan();
        }
    }

    /** What became of the node so far. */
    synchronized History of(int number) {
        Life life = lives.get(number);
        return life == null
                ? new History(false, 0, "", "did not start; " + startIt(number))
                : new History(!life.serves, life.count, life.lastExit, life.plan);
    }

    /** The node's process is gone: says so, and starts it again later if nobody asked for that. */
    void ended(Node node, Starter starter) {
        String exit = Exit.text(node.child().exit().join());
        progress.say(after(node, exit, starter)
                .map(wait -> node.name() + " ended without being asked to (" + exit + "). Starting it again in "
                        + wait.toSeconds() + " s.")
                .orElse(node.name() + " is gone (" + exit + "). Start it again: " + START + node.number()));
    }

    /** The wait before it is started again; empty if it is not. */
    private synchronized Optional<Duration> after(Node node, String exit, Starter starter) {
        Life life = lives.get(node.number());
        if (life == null) {
            return Optional.empty();
        }
        Duration lived = life.serves ? Duration.ofNanos(System.nanoTime() - life.servesSince) : Duration.ZERO;
        life.serves = false;
        if (life.expected || closed) {
            return Optional.empty();
        }
        life.lastExit = exit;
        if (!enabled) {
            life.plan = "ended (" + exit + "); " + startIt(node.number());
            return Optional.empty();
        }
        Duration wait = life.backoff.after(lived);
        life.count++;
        life.plan = "ended (" + exit + "); is started again after " + wait.toSeconds() + " s";
        life.waiting = Thread.ofVirtual()
                .name("restart-" + node.name())
                .start(() -> startAgain(node.number(), life, wait, starter));
        return Optional.of(wait);
    }

    private void startAgain(int number, Life life, Duration first, Starter starter) {
        Duration wait = first;
        try {
            while (true) {
                TimeUnit.NANOSECONDS.sleep(wait.toNanos());
                try {
                    starter.start(number);
                    return;
                } catch (IOException | BoxFailure e) {
                    wait = next(life);
                    progress.say("n" + number + " cannot be started: " + e.getMessage() + " Trying again in "
                            + wait.toSeconds() + " s.");
                }
            }
        } catch (InterruptedException e) {
            // It was asked to stay away, or the box ends
            Thread.currentThread().interrupt();
        }
    }

    private synchronized Duration next(Life life) {
        return life.backoff.after(Duration.ZERO);
    }

    private static String startIt(int number) {
        return "start it again: " + START + number;
    }

    /** From now on nothing is started again. */
    @Override
    public synchronized void close() {
        closed = true;
        lives.values().forEach(Life::forgetPlan);
    }
}
