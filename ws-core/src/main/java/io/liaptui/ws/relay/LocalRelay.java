package io.liaptui.ws.relay;

import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.relay.RelayMessage.Envelope;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * A relay within one process. What a node sends to itself arrives, and what it sends to a node it was joined with;
 * everything else reaches nobody. Queue, order and bound are those of the one over Redis.
 */
public final class LocalRelay implements Relay {
    private final NodeId me;
    private final RelayQueue inbox;
    private final Map<NodeId, LocalRelay> others = new ConcurrentHashMap<>();
    private final UnaryOperator<RelayMessage> carried;
    private final AtomicLong unheard = new AtomicLong();

    /**
     * @param executor calls the listener; must not be blocked
     * @param capacity messages that may wait to be heard; what comes more is dropped
     */
    public LocalRelay(NodeId me, Executor executor, int capacity) {
        this(me, executor, capacity, UnaryOperator.identity());
    }

    private LocalRelay(NodeId me, Executor executor, int capacity, UnaryOperator<RelayMessage> carried) {
        this.me = me;
        this.inbox = new RelayQueue(executor, capacity);
        this.carried = carried;
    }

    /** One whose messages are written and read again, as between nodes. */
    public static LocalRelay encoding(NodeId me, Executor executor, int capacity) {
        return new LocalRelay(me, executor, capacity, message -> RelayCodec.decode(
                        RelayCodec.envelope(me, List.of(RelayCodec.encode(message))))
                .envelopes()
                .getFirst()
                .message());
    }

    /** From now on the two hear each other. */
    public void join(LocalRelay other) {
        others.put(other.me, other);
        other.others.put(me, this);
    }

    @Override
    public void send(NodeId to, RelayMessage message) {
        LocalRelay receiver = to.equals(me) ? this : others.get(to);
        if (receiver != null) {
            receiver.inbox.offer(new Envelope(me, carried.apply(message)));
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
