package io.liaptui.ws.simulation;

import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.relay.Relay;
import io.liaptui.ws.relay.RelayMessage;
import java.util.function.Consumer;

/** A relay that sends something else than it should. */
final class FlawedRelay implements Relay {
    private final Relay right;
    private final Sends sends;

    /** How it sends instead. */
    @FunctionalInterface
    interface Sends {
        void send(Relay right, NodeId to, RelayMessage message);
    }

    FlawedRelay(Relay right, Sends sends) {
        this.right = right;
        this.sends = sends;
    }

    @Override
    public void send(NodeId to, RelayMessage message) {
        sends.send(right, to, message);
    }

    @Override
    public void listen(Consumer<RelayMessage.Envelope> listener) {
        right.listen(listener);
    }
}
