package io.liaptui.ws.socket;

import io.liaptui.common.protocol.ClientMessage;
import io.liaptui.common.protocol.ServerMessage;
import java.time.Instant;
import java.util.Optional;

/** What sockets of a room that is not, or not any more, are told (docs/protocol.md 10). They are not closed. */
final class NoRoom {
    static final ServerMessage CLOSED = new ServerMessage.RoomClosed("This room is gone.", null);

    private NoRoom() {}

    /** At once after the handshake: a client with a saved session would wait forever otherwise. */
    static ServerMessage notFound(String room, Instant now) {
        return new ServerMessage.RoomNotFound(room, now);
    }

    static Optional<ServerMessage> answer(ClientMessage message) {
        return switch (message) {
            case ClientMessage.Ready m -> Optional.of(CLOSED);
            case ClientMessage.ShowRoom m -> Optional.of(CLOSED);
            case ClientMessage.AddBot m -> Optional.of(CLOSED);
            case ClientMessage.RemovePlayer m -> Optional.of(CLOSED);
            case ClientMessage.StandIn m -> Optional.of(CLOSED);
            case ClientMessage.LeaveRoom m -> Optional.of(CLOSED);
            case ClientMessage.LeaveGame m -> Optional.of(CLOSED);
            case ClientMessage.Resync m -> Optional.of(CLOSED);
            case ClientMessage.GameCommand m -> Optional.of(CLOSED);
            case ClientMessage.StartGame m -> Optional.of(new ServerMessage.Error(null, "This room is gone."));
            case ClientMessage.ListRooms m -> Optional.empty();
            case ClientMessage.CreateRoom m -> Optional.empty();
            case ClientMessage.JoinRoom m -> Optional.empty();
            case ClientMessage.Ping m -> Optional.empty();
            case ClientMessage.Ignored m -> Optional.empty();
        };
    }
}
