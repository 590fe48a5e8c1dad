package io.liaptui.ws.relay;

import io.liaptui.ws.relay.RelayMessage.Envelope;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What arrived for this node and was not heard yet. The listener is called on the executor, in order, one message at a
 * time, and never within the stack of who sends. Full: what comes more is dropped and counted; the repeats of the
 * protocol heal it.
 */
final class RelayQueue {
    private static final Logger LOG = Logger.getLogger(RelayQueue.class);
    /** Messages heard in one turn, so that a flood leaves the thread to others in between. */
    private static final int TURN = 256;

    private final Executor executor;
    private final int capacity;
    private final Queue<Envelope> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicBoolean draining = new AtomicBoolean();
    private final AtomicLong dropped = new AtomicLong();
    private volatile @Nullable Consumer<Envelope> listener;

    RelayQueue(Executor executor, int capacity) {
        this.executor = executor;
        this.capacity = capacity;
    }

    void listen(Consumer<Envelope> newListener) {
        listener = newListener;
        drainLater();
    }

    void offer(Envelope envelope) {
        if (size.incrementAndGet() > capacity) {
            size.decrementAndGet();
            dropped.incrementAndGet();
            return;
        }
        waiting.add(envelope);
        drainLater();
    }

    long dropped() {
        return dropped.get();
    }

    private void drainLater() {
        if (listener != null && !waiting.isEmpty() && draining.compareAndSet(false, true)) {
            boolean taken = false;
            try {
                executor.execute(this::drain);
                taken = true;
            } finally {
                // Else nobody would ever try again
                if (!taken) {
                    draining.set(false);
                }
            }
        }
    }

    private void drain() {
        Consumer<Envelope> hearing = listener;
        for (int i = 0; i < TURN && hearing != null; i++) {
            Envelope next = waiting.poll();
            if (next == null) {
                break;
            }
            size.decrementAndGet();
            hear(hearing, next);
        }
        draining.set(false);
        drainLater();
    }

    private static void hear(Consumer<Envelope> listener, Envelope envelope) {
        try {
            listener.accept(envelope);
        } catch (Throwable e) {
            LOG.errorf(e, "A relay message from %s was not handled: %s", envelope.from(), envelope.message());
        }
    }
}
