package io.liaptui.box.player;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** The frames received last, and those who wait for the next one that fits. Thread-safe. */
final class Frames {
    private record Waiter(Predicate<Frame> fits, CompletableFuture<Frame> frame) {}

    private final int most;
    private final Deque<Frame> kept = new ArrayDeque<>();
    private final List<Waiter> waiters = new ArrayList<>();

    Frames(int most) {
        this.most = most;
    }

    void add(Frame frame) {
        List<Waiter> served = new ArrayList<>();
        synchronized (this) {
            kept.add(frame);
            if (kept.size() > most) {
                kept.poll();
            }
            for (Iterator<Waiter> all = waiters.iterator(); all.hasNext(); ) {
                Waiter waiter = all.next();
                if (waiter.fits().test(frame)) {
                    all.remove();
                    served.add(waiter);
                }
            }
        }
        served.forEach(waiter -> waiter.frame().complete(frame));
    }

    /** The next frame that fits, not one of the past. */
    synchronized CompletableFuture<Frame> next(Predicate<Frame> fits) {
        CompletableFuture<Frame> frame = new CompletableFuture<>();
        waiters.add(new Waiter(fits, frame));
        return frame;
    }

    synchronized List<Frame> kept() {
        return List.copyOf(kept);
    }

    void fail(Throwable why) {
        List<Waiter> failed;
        synchronized (this) {
            failed = List.copyOf(waiters);
            waiters.clear();
        }
        failed.forEach(waiter -> waiter.frame().completeExceptionally(why));
    }
}
