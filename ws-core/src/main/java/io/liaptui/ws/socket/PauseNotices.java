package io.liaptui.ws.socket;

import io.liaptui.common.protocol.ServerCodec;
import io.liaptui.common.protocol.ServerMessage;
import io.liaptui.ws.ownership.Nodes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells our own clients why nothing goes on while this node has no sight of the storage. The existing client has no such
 * event; it only waits. Threading: any thread.
 */
public final class PauseNotices {
    private static final String PAUSED = ServerCodec.encode(new ServerMessage.Paused(
            "storage", "The server waits for its storage. Your game goes on from here, and nobody loses time."));
    private static final String RESUMED = ServerCodec.encode(new ServerMessage.Resumed());

    private final Map<String, Outbox> sockets = new ConcurrentHashMap<>();
    private volatile boolean paused;

    public PauseNotices(Nodes nodes) {
        paused = nodes.isIsolated();
        nodes.onIsolated(this::changed);
    }

    void enter(Client client) {
        if (client.modern()) {
            sockets.put(client.id(), client.outbox());
            if (paused) {
                client.outbox().send(PAUSED);
            }
        }
    }

    void leave(Client client) {
        sockets.remove(client.id());
    }

    private void changed(boolean isolated) {
        paused = isolated;
        sockets.values().forEach(outbox -> outbox.send(isolated ? PAUSED : RESUMED));
    }
}
