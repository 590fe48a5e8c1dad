package io.liaptui.ws.socket;

import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Token;
import io.liaptui.common.protocol.ClientMessage;
import io.liaptui.common.protocol.ServerCodec;
import io.liaptui.common.protocol.ServerMessage;
import io.liaptui.ws.bans.Bans;
import io.liaptui.ws.fanout.Courier;
import io.liaptui.ws.lobby.Lobby;
import io.liaptui.ws.ownership.NodeState;
import io.liaptui.ws.room.Creation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The channel {@code /ws/lobby}: lists, creates and joins rooms (docs/protocol.md 3 and 4). */
final class LobbySession extends Session {
    private static final Set<String> ANSWERED = Set.of("create_room", "join_room");
    private static final String FIND_SEAT = "find_seat";
    private static final String JOINED = "{\"event\":\"room_joined\"";
    private static final int TRIES = 3;

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
            case ClientMessage.CreateRoom(var name, var request) -> create(new Wish(name, request, command), 0);
            case ClientMessage.JoinRoom(var room, var name) -> join(room, name, command);
            case ClientMessage.Ping ping -> DONE;
            case ClientMessage.ShowRoom show -> DONE;
            case ClientMessage.AddBot add -> DONE;
            case ClientMessage.RemovePlayer remove -> DONE;
            case ClientMessage.StandIn standIn -> DONE;
            case ClientMessage.LeaveRoom leave -> DONE;
            case ClientMessage.LeaveGame leave -> DONE;
            case ClientMessage.StartGame start -> DONE;
            case ClientMessage.Resync resync -> list(false);
            case ClientMessage.Ignored ignored -> DONE;
            case ClientMessage.GameCommand game -> DONE;
        };
    }

    /** Silently: an error in the lobby is an alert in the existing client (docs/protocol.md 2). */
    @Override
    void unknown(String event, long command) {}

    @Override
    boolean speaksFor(String player) {
        return true;
    }

    @Override
    ServerMessage pong(ClientMessage.Ping ping) {
        return new ServerMessage.Pong(ping.timestamp(), client.parts().timers().now() / 1000.0, Optional.empty());
    }

    /** The existing client pops up an alert for every error in the lobby: right for what a person did, and for nothing else. */
    @Override
    ServerMessage refusal(String event, String text) {
        return client.modern() || ANSWERED.contains(event)
                ? super.refusal(event, text)
                : new ServerMessage.RateLimitWarning(text);
    }

    @Override
    void release() {
        lobby.leave(client.id());
        client.parts().couriers().close(client.id());
    }

    private CompletionStage<?> list(boolean initial) {
        return lobby.list(client.id(), initial);
    }

    /** A room that a client wants; the same request again is the same room. */
    private record Wish(String name, Optional<String> request, long command) {}

    /** An id that is taken by chance is drawn anew. */
    private CompletionStage<Void> create(Wish wish, int tries) {
        Optional<String> refusal = refusal(wish.name());
        if (refusal.isPresent()) {
            refuse(wish.command(), "room_creation_error", refusal.get());
            return DONE;
        }
        RoomId room = wish.request()
                .map(request -> RoomId.of(client.sids().getFirst(), request, tries))
                .orElseGet(lobby::newId);
        Token token = client.tokens(room, wish.name()).getFirst();
        return lobby.create(room, wish.name(), token.hash(), client.address().digest())
                .thenCompose(created -> {
                    if (created == Creation.MADE) {
                        return made(wish, room, token);
                    }
                    if (client.modern() && client.parts().nodes().state() == NodeState.DRAINING) {
                        // It has another socket in a moment, and asks there
                        unanswered(wish.command(), "moving", "This server is being renewed. Please ask the next one.");
                        return DONE;
                    }
                    return wish.request().isEmpty()
                            ? notMade(wish, created, tries)
                            : ask(room, FIND_SEAT, wish.name(), token).thenCompose(reply -> switch (reply) {
                                case Courier.Reply.Answered(var messages)
                                when isJoined(messages) -> made(wish, room, token);
                                case Courier.Reply.Answered other -> notMade(wish, created, tries);
                                case Courier.Reply.NoRoom none -> notMade(wish, created, tries);
                                case Courier.Reply.NoAnswer none -> {
                                    unanswered(
                                            wish.command(),
                                            "unavailable",
                                            "The room does not answer. Please try again.");
                                    yield DONE;
                                }
                            });
                });
    }

    /** Not now, and not before either; an id that another room has is drawn anew. */
    private CompletionStage<Void> notMade(Wish wish, Creation why, int tries) {
        if (why == Creation.TAKEN && tries + 1 < TRIES) {
            return create(wish, tries + 1);
        }
        refuse(wish.command(), "room_creation_error", why.message());
        return DONE;
    }

    private CompletionStage<Void> made(Wish wish, RoomId room, Token token) {
        var created = new ServerMessage.RoomCreated(room, wish.name(), client.resume(token.value()));
        answer(wish.command(), List.of(ServerCodec.encode(created)));
        return DONE;
    }

    private CompletionStage<Void> join(String wanted, String name, long command) {
        Optional<RoomId> room = RoomId.parse(wanted);
        if (room.isEmpty()) {
            refuse(command, "join_room_error", "There is no room " + wanted + ".");
            return DONE;
        }
        Optional<String> refusal = refusal(name);
        if (refusal.isPresent()) {
            refuse(command, "join_room_error", refusal.get());
            return DONE;
        }
        List<Token> tokens = client.tokens(room.get(), name);
        return olderSeat(room.get(), name, tokens, 1).thenCompose(older -> {
            Token token = older.orElse(tokens.getFirst());
            return ask(room.get(), "join_room", name, token).thenAccept(reply -> {
                switch (reply) {
                    case Courier.Reply.Answered(var messages) ->
                        answer(
                                command,
                                messages.stream()
                                        .map(text -> withToken(text, token))
                                        .toList());
                    case Courier.Reply.NoRoom() ->
                        refuse(command, "join_room_error", "There is no room " + wanted + ".");
                    case Courier.Reply.NoAnswer() -> noAnswer(command);
                }
            });
        });
    }

    /** Of the browser's other secrets, the one that has this name's seat already. */
    private CompletionStage<Optional<Token>> olderSeat(RoomId room, String name, List<Token> tokens, int which) {
        if (which >= tokens.size()) {
            return CompletableFuture.completedStage(Optional.empty());
        }
        return ask(room, FIND_SEAT, name, tokens.get(which))
                .thenCompose(reply -> reply instanceof Courier.Reply.Answered(var messages) && isJoined(messages)
                        ? CompletableFuture.completedStage(Optional.of(tokens.get(which)))
                        : olderSeat(room, name, tokens, which + 1));
    }

    private CompletionStage<Courier.Reply> ask(RoomId room, String event, String name, Token token) {
        return courier.ask(room, null, 0, event, Lobby.joinData(name, token.hash()), null);
    }

    private static boolean isJoined(List<String> messages) {
        return messages.stream().anyMatch(text -> text.startsWith(JOINED));
    }

    private void noAnswer(long command) {
        if (client.modern() && command > 0) {
            unanswered(command, "unavailable", "The room does not answer. Please try again.");
        } else {
            say(error("join_room_error", "The room does not answer. Please try again."));
        }
    }

    /** What operators have against a new seat for this browser or under this name, in words for the player. */
    private Optional<String> refusal(String name) {
        Bans bans = client.parts().bans();
        return ban(bans).map(Expulsion::words).or(() -> bans.ofName(name)
                .map(_ -> "This name cannot be used on this server. Please choose another."));
    }

    private String withToken(String text, Token token) {
        return client.resume(token.value())
                .map(resume -> Lobby.withResumeToken(text, resume))
                .orElse(text);
    }
}
