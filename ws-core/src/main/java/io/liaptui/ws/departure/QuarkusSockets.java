package io.liaptui.ws.departure;

import io.liaptui.common.protocol.ClientCodec;
import io.liaptui.common.protocol.CloseCode;
import io.quarkus.websockets.next.CloseReason;
import io.quarkus.websockets.next.OpenConnections;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import org.jboss.logging.Logger;

/** The real ones. */
public record QuarkusSockets(OpenConnections connections) implements Sockets {
    private static final Logger LOG = Logger.getLogger(QuarkusSockets.class);

    @Override
    public Collection<One> open() {
        return connections.stream().map(One::new).toList();
    }

    record One(WebSocketConnection connection) implements Socket {
        @Override
        public String id() {
            return connection.id();
        }

        @Override
        public boolean isLobby() {
            return "lobby".equals(connection.pathParam("channel"));
        }

        @Override
        public boolean isModern() {
            return ClientCodec.SUBPROTOCOL.equals(connection.subprotocol());
        }

        @Override
        public void say(String text) {
            begin(connection.sendText(text));
        }

        @Override
        public void close(CloseCode code, String reason) {
            begin(connection.close(new CloseReason(code.code(), reason)));
        }

        private static void begin(Uni<Void> write) {
            write.subscribe()
                    .with(done -> {}, failure -> LOG.debugf("a socket was gone already: %s", failure.getMessage()));
        }
    }
}
