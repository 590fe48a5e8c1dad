package io.liaptui.ws.socket;

import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Token;
import io.liaptui.common.protocol.ClientMessage;
import io.liaptui.common.protocol.ServerMessage;
import io.liaptui.ws.fanout.Courier;
import io.liaptui.ws.lobby.Lobby;
import io.liaptui.ws.ownership.NodeState;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** The channel {@code /ws/lobby}: lists, creates and joins rooms (protocol spec 3 and 4). */
final class LobbySession extends Session {
    private static final Set<String> ANSWERED = Set.of("create_room", "join_room");

    private final Client client;
    private final Lobby lobby;
    private final Courier courier;

    LobbySession(Client client) {
        super(client);
        this.client = client;
        this.lobby = client.parts().lobby();
        this.courier = client.parts().couriers().open(client.id());
        lobby.enter(client.id(), client.outbox()::send);
    }

    @Override
    CompletionStage<?> handle(ClientMessage message, long command) {
        return switch (message) {
            case ClientMessage.Ready ready -> list(true);
            case ClientMessage.ListRooms list -> list(false);
            case ClientMessage.CreateRoom(var name) -> create(name, 3);
            case ClientMessage.JoinRoom(var room, var name) -> join(room, name);
            case ClientMessage.Ping ping -> DONE;
            case ClientMessage.ShowRoom show -> DONE;
            case ClientMessage.AddBot add -> DONE;
            case ClientMessage.RemovePlayer remove -> DONE;
            case ClientMessage.LeaveRoom leave -> DONE;
            case ClientMessage.LeaveGame leave -> DONE;
            case ClientMessage.StartGame start -> DONE;
            case ClientMessage.Resync resync -> list(false);
            case ClientMessage.Ignored ignored -> DONE;
            case ClientMessage.GameCommand game -> DONE;
        };
    }

    /** Silently: an error in the lobby is an alert in the existing client (protocol spec 2). */
    @Override
    void unknown(String event) {}

    @Override
    ServerMessage pong(ClientMessage.Ping ping) {
        return new ServerMessage.Pong(ping.timestamp(), client.parts().timers().now() / 1000.0, Optional.empty());
    }

    @Override
    boolean tellsRefusal(String event) {
        return ANSWERED.contains(event);
    }

    @Override
    void release() {
        lobby.leave(client.id());
        client.parts().couriers().close(client.id());
    }

    private CompletionStage<?> list(boolean initial) {
        return lobby.list(initial).thenAccept(client.outbox()::send);
    }

    /** An id that is taken by chance is drawn anew. */
    private CompletionStage<Void> create(String name, int tries) {
        RoomId room = lobby.newId();
        Token token = Token.of(client.sid(), room, name);
        return lobby.create(room, name, token.hash()).thenCompose(created -> {
            if (created) {
                say(new ServerMessage.RoomCreated(room, name, client.resume(token.value())));
            } else if (client.modern() && client.parts().nodes().state() == NodeState.DRAINING) {
                // It has another socket in a moment, and asks there
                say(error("moving", "This server is being renewed. Please ask the next one."));
            } else if (tries > 1) {
                return create(name, tries - 1);
            } else {
                say(error("room_creation_error", "This server takes no new rooms at the moment. Please try again."));
            }
            return DONE;
        });
    }

    private CompletionStage<?> join(String wanted, String name) {
        Optional<RoomId> room = RoomId.parse(wanted);
        if (room.isEmpty()) {
            noRoom(wanted);
            return DONE;
        }
        Token token = Token.of(client.sid(), room.get(), name);
        return courier.ask(room.get(), null, 0, "join_room", Lobby.joinData(name, token.hash()), null)
                .thenAccept(reply -> {
                    switch (reply) {
                        case Courier.Reply.Answered(var messages) ->
                            messages.forEach(text -> client.outbox().send(withToken(text, token)));
                        case Courier.Reply.NoRoom() -> noRoom(wanted);
                        case Courier.Reply.NoAnswer() ->
                            say(error("join_room_error", "The room does not answer. Please try again."));
                    }
                });
    }

    private String withToken(String text, Token token) {
        return client.resume(token.value())
                .map(resume -> Lobby.withResumeToken(text, resume))
                .orElse(text);
    }

    private void noRoom(String wanted) {
        say(error("join_room_error", "There is no room " + wanted + "."));
    }
}
