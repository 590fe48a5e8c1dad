package io.liaptui.ws.ops;

import io.liaptui.common.protocol.CloseCode;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OpenConnections;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * Tells every socket that this node goes and another one is there. Left alone, the server would close them with 1000,
 * from which the existing client does not come back. Rooms are taken over as after a crash.
 */
@Singleton
final class Farewell {
    private static final Logger LOG = Logger.getLogger(Farewell.class);
    private static final CloseReason DRAIN = new CloseReason(CloseCode.DRAIN.code(), "this node stops");

    private final OpenConnections sockets;

    @Inject
    Farewell(OpenConnections sockets) {
        this.sockets = sockets;
    }

    void goodbye(@Observes ShutdownDelayInitiatedEvent stopping) {
        sockets.forEach(socket -> socket.close(DRAIN)
                .subscribe()
                .with(done -> {}, failure -> LOG.debugf("a socket was gone already: %s", failure.getMessage())));
    }
}
