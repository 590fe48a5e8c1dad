package io.liaptui.ws.room;

import io.liaptui.common.games.GameModule;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.protocol.ServerCodec;
import io.liaptui.common.protocol.ServerMessage;
import io.liaptui.common.room.Occupant;
import io.liaptui.common.room.RoomEvent;
import io.liaptui.common.room.RoomState;
import io.liaptui.common.room.RoomStatus;
import io.liaptui.common.wire.Cast;
import io.liaptui.common.wire.Frame;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What everybody in a room is told about the room itself (docs/protocol.md 9), and the full view of a newcomer. */
final class RoomFrames {
    /** Reason of a room that an operator closed. */
    static final String BY_OPERATOR = "closed_by_operator";

    /** Reason of a room that waited for players and whose host did nothing. */
    static final String IDLE_HOST = "idle_host";

    private final RoomId id;
    private final RoomSettings settings;

    RoomFrames(RoomId id, RoomSettings settings) {
        this.id = id;
        this.settings = settings;
    }

    /** About these events, in order; {@code after} is the state they lead to. */
    List<Frame> step(RoomState before, RoomState after, List<RoomEvent> events, long time) {
        List<Frame> frames = new ArrayList<>();
        boolean pageChanged = false;
        for (RoomEvent event : events) {
            switch (event) {
                case RoomEvent.Created created -> pageChanged = true;
                case RoomEvent.Seated seated -> pageChanged = true;
                case RoomEvent.BotSeated seated -> pageChanged = true;
                case RoomEvent.Vacated vacated -> pageChanged = true;
                case RoomEvent.Started started -> frames.add(frame(new ServerMessage.GameStarted(id)));
                case RoomEvent.WentAway(var seat) ->
                    frames.add(frame(
                            new ServerMessage.PlayerDisconnected(name(before, seat), Instant.ofEpochMilli(time))));
                case RoomEvent.Returned(var seat) ->
                    frames.add(frame(new ServerMessage.PlayerReconnected(name(before, seat))));
                case RoomEvent.HostMoved(var from, var to) ->
                    frames.add(frame(new ServerMessage.HostChanged(name(before, from), name(before, to))));
                case RoomEvent.Finished finished -> {}
                case RoomEvent.Closed(var reason) -> {
                    frames.add(frame(closed(reason)));
                    if (reason.equals(BY_OPERATOR) && before.status() != RoomStatus.OPEN) {
                        // The existing client's game page knows this one only, and leaves with it
                        frames.add(frame(new ServerMessage.RoomNotFound(id.value(), Instant.ofEpochMilli(time))));
                    }
                }
            }
        }
        if (pageChanged) {
            frames.add(roomUpdate(after));
        }
        return frames;
    }

    /** Everything somebody needs who knows nothing (docs/protocol.md 11.3). */
    List<Frame> full(RoomMemory memory, GameModule<?, ?, ?> module) {
        List<Frame> frames = new ArrayList<>();
        frames.add(frame(new ServerMessage.RoomStateUpdate(memory.room())));
        GameTable<?, ?, ?> table = memory.table();
        if (table == null) {
            frames.add(roomUpdate(memory.room()));
        } else {
            frames.addAll(table.restore(cast(memory.room(), module, memory.time())));
        }
        return frames;
    }

    Frame roomUpdate(RoomState room) {
        return frame(new ServerMessage.RoomUpdate(id, room));
    }

    Cast cast(RoomState room, GameModule<?, ?, ?> module, long time) {
        List<Cast.Player> players = new ArrayList<>();
        for (int i = 0; i < room.seats().size(); i++) {
            Seat seat = new Seat(i);
            Occupant occupant = room.at(seat).orElseThrow(() -> new IllegalStateException("a game with an empty seat"));
            players.add(new Cast.Player(
                    occupant.name(),
                    occupant.isPlayedByBot(),
                    room.isHost(seat),
                    occupant instanceof Occupant.Human human ? human.avatarColor() : null));
        }
        return new Cast(
                players, Instant.ofEpochMilli(room.startedAt()), Instant.ofEpochMilli(time), settings.timersOf(module));
    }

    static ServerMessage closed(String reason) {
        return new ServerMessage.RoomClosed(
                switch (reason) {
                    case "host_left" -> "The host left, so the room was closed.";
                    case "abandoned" -> "Nobody was left in the room, so it was closed.";
                    case IDLE_HOST -> "The host did nothing for a long time, so the room was closed.";
                    case BY_OPERATOR -> "The operators of this server closed the room.";
                    case "game_over" -> "The game is over and the room was closed.";
                    default -> "The room was closed.";
                },
                reason);
    }

    /** What a room that is gone answers to everything. */
    static ServerMessage gone(RoomState room) {
        return closed(room.status() == RoomStatus.FINISHED ? "game_over" : "closed");
    }

    private static String name(RoomState room, Seat seat) {
        return room.at(seat).map(Occupant::name).orElse("");
    }

    private static Frame frame(ServerMessage message) {
        return ServerCodec.frame(message);
    }
}
