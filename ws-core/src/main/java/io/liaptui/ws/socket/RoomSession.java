package io.liaptui.ws.socket;

import io.liaptui.common.bans.Ban;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.ids.Token;
import io.liaptui.common.protocol.ClientMessage;
import io.liaptui.common.protocol.CloseCode;
import io.liaptui.common.protocol.ServerCodec;
import io.liaptui.common.protocol.ServerMessage;
import io.liaptui.common.redis.RemovedSeats;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.ws.bans.Bans;
import io.liaptui.ws.fanout.Courier;
import io.liaptui.ws.fanout.RoomFinder;
import io.liaptui.ws.fanout.RoomSocket;
import io.liaptui.ws.fanout.Shown;
import io.liaptui.ws.journal.RoomJournal;
import io.liaptui.ws.ownership.NodeState;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A channel {@code /ws/<room>} of a room that exists. A seat is bound by its secret, the cookie of the upgrade or a
 * resume token; without one the client watches.
 */
final class RoomSession extends Session implements RoomSocket {
    /** The existing client listens for its first answer some tens of ms after it asks (docs/protocol.md 16, no. 15). */
    private static final List<Duration> SAY_AGAIN = List.of(Duration.ofMillis(100), Duration.ofMillis(500));

    /** A room that does not answer finds out by itself that the socket is gone. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private static final Duration TRY_AGAIN = Duration.ofMillis(250);
    /** For a successor to see everything. */
    private static final Duration CHANGE_OVER = Duration.ofSeconds(1);

    private static final Pattern TOKEN = Pattern.compile("[0-9a-f]{64}");

    private final Client client;
    private final RoomId room;
    private final Courier courier;
    private @Nullable Seat seat;
    private @Nullable String player;
    private long generation;
    private @Nullable String session;
    private volatile boolean gone;
    /** Of the seat that is played from here; read by other threads. */
    private volatile @Nullable Playing playing;

    /** A seat and the hash of the secret that opened it. */
    private record Playing(Seat seat, String tokenHash) {}

    RoomSession(Client client, RoomId room) {
        super(client);
        this.client = client;
        this.room = room;
        this.courier = client.parts().couriers().open(client.id());
        client.parts().audiences().enter(room, client.id());
        later(() -> enqueue(this::arrive));
    }

    @Override
    public String id() {
        return client.id();
    }

    @Override
    public void deliver(List<String> messages, Shown now, boolean full, boolean rewound) {
        sayAll(client.modern() ? Steps.withPosition(messages, now, full, rewound) : messages);
    }

    /**
     * While this node goes, our own client replaces its sockets itself, and leaves each when the next one has seen
     * everything: closing the old one sooner would show.
     */
    @Override
    public void close(int code, String reason) {
        boolean replacing = code == CloseCode.LEFT.code()
                && client.modern()
                && client.parts().nodes().state() == NodeState.DRAINING;
        if (replacing) {
            client.parts().timers().after(CHANGE_OVER, () -> client.outbox().close(code, reason));
        } else {
            client.outbox().close(code, reason);
        }
    }

    @Override
    public void roomGone() {
        if (!gone) {
            gone = true;
            say(NoRoom.CLOSED);
        }
    }

    @Override
    CompletionStage<?> handle(ClientMessage message, long command) {
        if (gone) {
            answer(
                    command,
                    NoRoom.answer(message).map(ServerCodec::encode).stream().toList());
            return DONE;
        }
        return switch (message) {
            case ClientMessage.Ready ready -> ready(ready);
            case ClientMessage.ShowRoom show -> {
                showAgain();
                yield ask("get_room_state", "{}", command);
            }
            case ClientMessage.AddBot(var slot) -> ask("add_bot", slot(slot), command);
            case ClientMessage.RemovePlayer(var slot) -> ask("remove_player", slot(slot), command);
            case ClientMessage.StandIn(var slot) -> ask("stand_in", slot(slot), command);
            case ClientMessage.LeaveRoom leave -> ask("leave_room", "{}", command);
            case ClientMessage.LeaveGame leave -> ask("leave_game", "{}", command);
            case ClientMessage.StartGame start -> ask("start_game", "{}", command);
            case ClientMessage.Resync resync ->
                client.parts()
                        .audiences()
                        .attach(room, this, seat, generation, Shown.NOTHING)
                        .thenRun(() -> answer(command, List.of()));
            case ClientMessage.GameCommand(var event, var data) -> ask(event, data.toString(), command);
            case ClientMessage.Ignored ignored -> {
                answer(command, List.of());
                yield DONE;
            }
            case ClientMessage.Ping ping -> DONE;
            case ClientMessage.ListRooms list -> onlyInLobby(command);
            case ClientMessage.CreateRoom create -> onlyInLobby(command);
            case ClientMessage.JoinRoom join -> onlyInLobby(command);
        };
    }

    @Override
    void unknown(String event, long command) {
        refuse(command, "validation_error", "There is no event '" + event + "'.");
    }

    /** A socket without a seat may say any name; what it may do the room knows. */
    @Override
    boolean speaksFor(String name) {
        return player == null || name.equals(player);
    }

    @Override
    ServerMessage pong(ClientMessage.Ping ping) {
        return new ServerMessage.Pong(ping.timestamp(), client.parts().timers().now() / 1000.0, Optional.of(room));
    }

    @Override
    Optional<Ban> ban(Bans bans) {
        Playing now = playing;
        return super.ban(bans).or(() -> now == null ? Optional.empty() : bans.ofSeat(now.tokenHash(), client.sids()));
    }

    /** Whether this seat of this room is played from here. */
    boolean plays(RoomId other, Seat its) {
        Playing now = playing;
        return now != null && room.equals(other) && now.seat().equals(its);
    }

    /** A player leaves first, so that a stand-in takes over at once; the room closes the socket then. */
    @Override
    void expel(String message) {
        later(() -> enqueue(() -> {
            if (gone || seat == null) {
                sendAway(message);
                return DONE;
            }
            tellRemoved(message);
            client.parts().timers().after(LAST_WORDS, this::closeRemoved);
            return courier.ask(room, seat, generation, "leave_game", "{}", null)
                    .whenComplete((reply, failure) -> closeRemoved());
        }));
    }

    @Override
    void release() {
        client.parts().audiences().leave(room, client.id());
        client.parts().couriers().close(client.id());
    }

    /** Is there such a room? */
    private CompletionStage<Void> arrive() {
        return exists().thenAccept(there -> {
            if (!there) {
                gone = true;
                say(NoRoom.notFound(room.value(), client.parts().clock().instant()));
            }
        });
    }

    /** A node that has just lost sight of the journal does not send players home, but asks until it is sure. */
    private CompletionStage<Boolean> exists() {
        return untilAnswered(() -> client.parts().finder().find(room)).thenCompose(found -> switch (found) {
            case RoomFinder.Found.At at -> CompletableFuture.completedStage(true);
            case RoomFinder.Found.Gone none -> CompletableFuture.completedStage(false);
            case RoomFinder.Found.Unclear unclear -> later(TRY_AGAIN).thenCompose(_ -> exists());
        });
    }

    private CompletionStage<Void> ready(ClientMessage.Ready ready) {
        List<String> hashes = ready
                .resumeToken()
                .filter(text -> TOKEN.matcher(text).matches())
                .map(text -> List.of(new Token(text)))
                .or(() -> ready.playerName().map(name -> client.tokens(room, name)))
                .orElse(List.of())
                .stream()
                .map(Token::hash)
                .toList();
        Shown shown = ready.seen()
                .filter(seen -> client.modern())
                .map(seen -> new Shown(seen.epoch(), seen.frame(), seen.version()))
                .orElse(Shown.NOTHING);
        session = null;
        playing = null;
        Optional<Ban> ban = hashes.stream()
                .flatMap(hash -> client.parts().bans().ofSeat(hash, client.sids()).stream())
                .findFirst();
        if (ban.isPresent()) {
            sendAway(Expulsion.words(ban.get()));
            return DONE;
        }
        return hashes.isEmpty() ? enter(null, null, 0, shown) : bind(ready, hashes, 0, shown);
    }

    /** The first secret that fits a seat counts. */
    private CompletionStage<Void> bind(ClientMessage.Ready ready, List<String> hashes, int which, Shown shown) {
        String hash = hashes.get(which);
        return untilAnswered(() -> client.parts().journal().bind(room, hash)).thenCompose(answer -> switch (answer) {
            case RoomJournal.Bind.Bound bound -> {
                // With something only this player has: nobody else's session can be taken for it
                session = ready.session()
                        .filter(text -> client.modern())
                        .map(text -> hash.substring(0, 16) + '.' + text)
                        .orElse(null);
                playing = new Playing(bound.seat(), hash);
                yield enter(bound.seat(), bound.player(), bound.generation(), shown);
            }
            case RoomJournal.Bind.Refused() ->
                which + 1 < hashes.size() ? bind(ready, hashes, which + 1, shown) : without(hashes, shown);
            case RoomJournal.Bind.Missing() ->
                exists().thenCompose(there -> {
                    if (there) {
                        return later(TRY_AGAIN).thenCompose(_ -> ready(ready));
                    }
                    roomGone();
                    return DONE;
                });
        });
    }

    /** Somebody without a seat watches, unless the host gave the seat away before the room page was there to hear it. */
    private CompletionStage<Void> without(List<String> hashes, Shown shown) {
        return untilAnswered(() -> client.parts().journal().look(room)).thenCompose(hash -> {
            String removed = hash.map(fields -> fields.get(RoomFields.REMOVED)).orElse("");
            if (RemovedSeats.read(removed).isTold(hashes, client.parts().clock().millis())) {
                say(ServerMessage.RoomClosed.REMOVED);
                client.outbox().close(CloseCode.LEFT.code(), "removed by the host");
                return DONE;
            }
            return enter(null, null, 0, shown);
        });
    }

    /** What the client says next waits until it has seen the room. */
    private CompletionStage<Void> enter(
            @Nullable Seat bound, @Nullable String name, long boundGeneration, Shown shown) {
        seat = bound;
        player = name;
        generation = boundGeneration;
        showAgain();
        return client.parts().audiences().attach(room, this, bound, boundGeneration, shown);
    }

    private CompletionStage<?> ask(String event, String data, long number) {
        String numbered = number > 0 ? session : null;
        Courier.CommandId id = numbered == null ? null : new Courier.CommandId(numbered, number);
        return courier.ask(room, seat, generation, event, data, id).thenAccept(reply -> {
            switch (reply) {
                case Courier.Reply.Answered(var messages) -> answer(number, messages);
                case Courier.Reply.NoRoom() -> {
                    roomGone();
                    answer(number, List.of());
                }
                case Courier.Reply.NoAnswer() -> {
                    unanswered(number, "unavailable", "The room does not answer. Please try again.");
                    client.parts().audiences().attach(room, this, seat, generation, Shown.NOTHING);
                }
            }
        });
    }

    private void showAgain() {
        if (!client.modern()) {
            SAY_AGAIN.forEach(delay -> client.parts().timers().after(delay, () -> later(this::repeatRoomPage)));
        }
    }

    private void repeatRoomPage() {
        if (!gone) {
            enqueue(() -> ask("repeat_room_state", "{}", 0));
        }
    }

    private CompletionStage<?> onlyInLobby(long command) {
        refuse(command, "validation_error", "Rooms are created and joined in the lobby, /ws/lobby.");
        return DONE;
    }

    private static String slot(Seat slot) {
        return "{\"slot_id\":" + (slot.index() + 1) + "}";
    }
}
