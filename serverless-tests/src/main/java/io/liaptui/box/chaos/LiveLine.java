package io.liaptui.box.chaos;

import io.liaptui.box.run.Progress;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** On a terminal, a last line that changes while something goes on; elsewhere only whole lines. Thread-safe. */
final class LiveLine implements AutoCloseable {
    private static final long EVERY_MILLIS = 500;
    private static final String CLEAR = "\r\u001b[K";

    private final Progress progress;
    private final boolean terminal;
    private final Supplier<String> now;
    private final Thread thread;

    /**
     * @param now what goes on; asked twice a second
     */
    LiveLine(Progress progress, Supplier<String> now) {
        this.progress = progress;
        this.terminal = System.console() != null && System.console().isTerminal();
        this.now = now;
        this.thread = Thread.ofPlatform().daemon().name("live-line").start(this::run);
    }

    private void run() {
        try {
            while (terminal) {
                show();
                TimeUnit.MILLISECONDS.sleep(EVERY_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void show() {
        System.out.print(CLEAR + now.get());
        System.out.flush();
    }

    /** A line that stays. */
    synchronized void say(String line) {
        progress.say((terminal ? CLEAR : "") + line);
    }

    @Override
    public synchronized void close() {
        thread.interrupt();
        if (terminal) {
            System.out.print(CLEAR);
            System.out.flush();
        }
    }
}
