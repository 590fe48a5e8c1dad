package io.liaptui.ws.relay;

import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.relay.RelayMessage.Envelope;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/**
 * The relay of a node that is alone: what it sends to itself arrives, everything else reaches nobody. Queue, order and
 * bound are those of the one over Redis.
 */
public final class LocalRelay implements Relay {
    private final NodeId me;
    private final RelayQueue inbox;
    private final AtomicLong unheard = new AtomicLong();

    /**
     * @param executor calls the listener; must not be blocked
     * @param capacity messages that may wait to be heard; what comes more is dropped
     */
    public LocalRelay(NodeId me, Executor executor, int capacity) {
        this.me = me;
        this.inbox = new RelayQueue(executor, capacity);
    }

    @Override
    public void send(NodeId to, RelayMessage message) {
        if (to.equals(me)) {
            inbox.offer(new Envelope(me, message));
        } else {
            unheard.incrementAndGet();
        }
    }

    @Override
    public void listen(Consumer<Envelope> listener) {
        inbox.listen(listener);
    }

    /** Messages dropped so far: for nobody, or because the queue was full. */
    public long dropped() {
        return unheard.get() + inbox.dropped();
    }
}
