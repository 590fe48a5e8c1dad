package io.liaptui.ws.lobby;

import java.util.function.Consumer;

/**
 * A socket that shows the list. Two answers in {@value #WINDOW_MILLIS} ms are given at once, for pages ask twice when they
 * open; whoever asks more often gets one answer to all those questions with the next round.
 */
final class Visitor {
    private static final long WINDOW_MILLIS = 4_000;
    private static final long NEVER = Long.MIN_VALUE / 4;

    private final Consumer<String> out;
    private long last = NEVER;
    private long lastButOne = NEVER;
    private boolean waits;

    Visitor(Consumer<String> out) {
        this.out = out;
    }

    /**
     * Somebody asks.
     *
     * @param calm whether what was sent before is within the budget
     * @return true to answer now; else it waits for the next round
     */
    synchronized boolean asks(long now, boolean calm) {
        boolean first = last == NEVER;
        if (now - lastButOne < WINDOW_MILLIS || (!first && !calm)) {
            waits = true;
            return false;
        }
        lastButOne = last;
        last = now;
        return true;
    }

    /** Did somebody ask who was not answered? From now on the answer is on its way. */
    synchronized boolean waited() {
        boolean did = waits;
        waits = false;
        return did;
    }

    void send(String list) {
        out.accept(list);
    }
}
