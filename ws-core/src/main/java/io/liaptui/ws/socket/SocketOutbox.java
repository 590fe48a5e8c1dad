package io.liaptui.ws.socket;

import io.liaptui.common.protocol.CloseCode;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.WebSocketConnection;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * Sends on a real socket. The framework's own queue has no bound, so characters on their way are counted here: above
 * {@value #MAX_PENDING} the client reads too slowly and is closed with 4008.
 */
final class SocketOutbox implements Outbox {
    private static final Logger LOG = Logger.getLogger(SocketOutbox.class);
    private static final long MAX_PENDING = 256 * 1024;

    private final AtomicLong pending = new AtomicLong();
    private final AtomicBoolean closed = new AtomicBoolean();
    private final WebSocketConnection connection;

    SocketOutbox(WebSocketConnection connection) {
        this.connection = connection;
    }

    @Override
    public void send(String text) {
        if (closed.get()) {
            return;
        }
        if (pending.addAndGet(text.length()) > MAX_PENDING) {
            close(CloseCode.SLOW.code(), "reads too slowly");
            return;
        }
        connection
                .sendText(text)
                .onTermination()
                .invoke(() -> pending.addAndGet(-text.length()))
                .subscribe()
                .with(
                        done -> {},
                        failure -> LOG.debugf("a message did not reach its socket: %s", failure.getMessage()));
    }

    @Override
    public void close(int code, String reason) {
        if (closed.compareAndSet(false, true) && connection.isOpen()) {
            connection
                    .close(new CloseReason(code, reason))
                    .subscribe()
                    .with(done -> {}, failure -> LOG.debugf("a socket was gone already: %s", failure.getMessage()));
        }
    }
}
