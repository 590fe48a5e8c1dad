package io.liaptui.ws.actor;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * A bounded queue in front of one actor. Any thread may offer; what was offered reaches the handler in order, in
 * batches, on one thread of the executor at a time. A handler that throws loses its batch, never the mailbox.
 *
 * <p>When full, {@link #offer} says so and the caller tells whoever asked; {@link #push} is for what must not be lost
 * and is bounded by its nature (timers, answers of the journal).
 */
public final class Mailbox<T> {
    private static final Logger LOG = Logger.getLogger(Mailbox.class);
    private static final int BATCH = 64;

    private final Queue<T> queue = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicBoolean draining = new AtomicBoolean();
    private final int capacity;
    private final Executor executor;
    private final Consumer<List<T>> handler;

    public Mailbox(int capacity, Executor executor, Consumer<List<T>> handler) {
        this.capacity = capacity;
        this.executor = executor;
        this.handler = handler;
    }

    /** False if the mailbox is full; nothing was taken then. */
    public boolean offer(T item) {
        if (size.get() >= capacity) {
            return false;
        }
        push(item);
        return true;
    }

    /** Takes it in any case. */
    public void push(T item) {
        queue.add(item);
        size.incrementAndGet();
        schedule();
    }

    /** How much waits; a momentary value. */
    public int depth() {
        return size.get();
    }

    private void schedule() {
        if (draining.compareAndSet(false, true)) {
            executor.execute(this::drain);
        }
    }

    private void drain() {
        List<T> batch = new ArrayList<>();
        for (T item = queue.poll(); item != null; item = batch.size() < BATCH ? queue.poll() : null) {
            batch.add(item);
        }
        size.addAndGet(-batch.size());
        try {
            if (!batch.isEmpty()) {
                handler.accept(batch);
            }
        } catch (RuntimeException e) {
            LOG.error("an actor failed on " + batch.size() + " inputs", e);
        } finally {
            draining.set(false);
            if (!queue.isEmpty()) {
                schedule();
            }
        }
    }
}
