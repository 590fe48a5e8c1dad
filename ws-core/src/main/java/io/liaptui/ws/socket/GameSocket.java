package io.liaptui.ws.socket;

import io.liaptui.common.ids.RoomId;
import io.liaptui.common.protocol.ClientCodec;
import io.liaptui.common.protocol.CloseCode;
import io.quarkus.websockets.next.OnBinaryMessage;
import io.quarkus.websockets.next.OnClose;
import io.quarkus.websockets.next.OnError;
import io.quarkus.websockets.next.OnOpen;
import io.quarkus.websockets.next.OnTextMessage;
import io.quarkus.websockets.next.PathParam;
import io.quarkus.websockets.next.UserData.TypedKey;
import io.quarkus.websockets.next.WebSocket;
import io.quarkus.websockets.next.WebSocketConnection;
import io.smallrye.common.annotation.NonBlocking;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/**
 * The one endpoint: {@code /ws/lobby} and {@code /ws/<room>}. Callbacks run on the event loop and only hand over.
 */
@WebSocket(path = "/ws/{channel}")
public class GameSocket {
    private static final Logger LOG = Logger.getLogger(GameSocket.class);
    static final TypedKey<Session> SESSION = new TypedKey<>("session");

    private final SocketParts parts;

    @Inject
    GameSocket(SocketParts parts) {
        this.parts = parts;
    }

    @OnOpen
    @NonBlocking
    void opened(WebSocketConnection connection, @PathParam String channel) {
        parts.count().opened();
        parts.limits().opened(connection.userData().get(UpgradeLimit.ADDRESS));
        Client client = new Client(
                parts.nodes().me() + "." + connection.id(),
                connection.userData().get(Handshake.SIDS),
                connection.userData().get(UpgradeLimit.ADDRESS),
                ClientCodec.SUBPROTOCOL.equals(connection.subprotocol()),
                new SocketOutbox(connection),
                parts);
        client.greet();
        Session session = channel.equals("lobby")
                ? new LobbySession(client)
                : RoomId.parse(channel)
                        .<Session>map(room -> new RoomSession(client, room))
                        .orElseGet(() -> new NoRoomSession(client, channel));
        connection.userData().put(SESSION, session);
    }

    @OnTextMessage
    @NonBlocking
    void text(WebSocketConnection connection, String text) {
        connection.userData().get(SESSION).text(text);
    }

    @OnBinaryMessage
    @NonBlocking
    void binary(WebSocketConnection connection, Buffer bytes) {
        new SocketOutbox(connection).close(CloseCode.BINARY.code(), "text frames only");
    }

    @OnClose
    @NonBlocking
    void closed(WebSocketConnection connection) {
        parts.count().closed();
        parts.limits().closed(connection.userData().get(UpgradeLimit.ADDRESS));
        Session session = connection.userData().get(SESSION);
        if (session != null) {
            session.closed();
        }
    }

    /** A defect of ours: what is no WebSocket, or too long, does not come past {@link FrameGuard}. */
    @OnError
    @NonBlocking
    void failed(WebSocketConnection connection, Throwable failure) {
        LOG.debugf(failure, "socket %s failed", connection.id());
        new SocketOutbox(connection).close(CloseCode.DEFECT.code(), "server error");
    }
}
