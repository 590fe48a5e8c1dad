package io.liaptui.ws.relay;

import io.liaptui.common.ids.NodeId;
import java.util.function.Consumer;

/**
 * Carries messages between nodes. What is sent to this node itself takes the same path without Redis. Order is kept
 * from one node to another; anything may be lost. Threading: any thread.
 */
public interface Relay {
    void send(NodeId to, RelayMessage message);

    /** The one who hears what arrives for this node; called on a thread of the relay that must not be blocked. */
    void listen(Consumer<RelayMessage.Envelope> listener);
}
