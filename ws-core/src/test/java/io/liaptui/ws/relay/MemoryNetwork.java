package io.liaptui.ws.relay;

import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.relay.RelayMessage.Envelope;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiPredicate;
import java.util.function.Consumer;

/**
 * Relays of several nodes in one process. Messages pass through the real codec, so a test meets what a peer would read.
 * Listeners are called on the executor, one message at a time for each node; with an executor that only collects tasks a
 * test decides when anything arrives. Without {@link #loseIf} and {@link #carryBy} nothing is lost.
 */
public final class MemoryNetwork {
    private final Executor executor;
    private final Map<NodeId, RelayQueue> nodes = new ConcurrentHashMap<>();
    private volatile BiPredicate<NodeId, Envelope> lost = (_, _) -> false;
    private volatile Carrier carrier = (_, _, _, arrive) -> arrive.run();

    private volatile boolean encoding = true;

    /** Decides when, how often and whether a message arrives. */
    @FunctionalInterface
    public interface Carrier {
        void carry(NodeId from, NodeId to, RelayMessage message, Runnable arrive);
    }

    public MemoryNetwork(Executor executor) {
        this.executor = executor;
    }

    /** The relay of one node; a second call gives the same node another handle. */
    public Relay relay(NodeId me) {
        return relay(me, executor);
    }

    /** The relay of a node with threads of its own. */
    public Relay relay(NodeId me, Executor own) {
        RelayQueue queue = queue(me, own);
        return new Relay() {
            @Override
            public void send(NodeId to, RelayMessage message) {
                Envelope envelope = new Envelope(me, message);
                if (!lost.test(to, envelope)) {
                    // As in the real relay, what a node tells itself is never encoded
                    Envelope read = encoding && !to.equals(me) ? read(me, message) : envelope;
                    carrier.carry(me, to, message, () -> queue(to, executor).offer(read));
                }
            }

            @Override
            public void listen(Consumer<Envelope> listener) {
                queue.listen(listener);
            }
        };
    }

    /** Loses from now on what the test picks, by receiver and message. */
    public void loseIf(BiPredicate<NodeId, Envelope> which) {
        lost = which;
    }

    public void carryBy(Carrier next) {
        carrier = next;
    }

    /** Messages arrive as the objects they were sent as: for many runs, of which only some need the codec. */
    public void withoutCodec() {
        encoding = false;
    }

    private static Envelope read(NodeId from, RelayMessage message) {
        return RelayCodec.decode(RelayCodec.envelope(from, List.of(RelayCodec.encode(message))))
                .envelopes()
                .getFirst();
    }

    private RelayQueue queue(NodeId node, Executor own) {
        return nodes.computeIfAbsent(node, _ -> new RelayQueue(own, 65_536));
    }
}
