package io.liaptui.ws.actor;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * A bounded queue in front of one actor. Any thread may offer; what was offered reaches the handler in order, on one
 * thread of the executor at a time. A handler that throws, whatever it is, loses that one item, never the mailbox.
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
    private final Consumer<T> handler;
    private final Runnable pause;

    /**
     * @param pause called after each batch of items, on the same thread
     */
    public Mailbox(int capacity, Executor executor, Consumer<T> handler, Runnable pause) {
        this.capacity = capacity;
        this.executor = executor;
        this.handler = handler;
        this.pause = pause;
    }

    /** A mailbox of tasks. */
    public static Mailbox<Runnable> ofTasks(int capacity, Executor executor) {
        return new Mailbox<>(capacity, executor, Runnable::run, () -> {});
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
        try {
            T item = queue.poll();
            for (int count = 0; item != null; item = ++count < BATCH ? queue.poll() : null) {
                size.decrementAndGet();
                T next = item;
                safely(() -> handler.accept(next));
            }
            safely(pause);
        } finally {
            draining.set(false);
            if (!queue.isEmpty()) {
                schedule();
            }
        }
    }

    private static void safely(Runnable step) {
        try {
            step.run();
        } catch (Throwable e) {
            LOG.error("an actor failed on an input", e);
        }
    }
}
