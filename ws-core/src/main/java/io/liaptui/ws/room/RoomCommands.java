package io.liaptui.ws.room;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.protocol.ServerCodec;
import io.liaptui.common.protocol.ServerMessage;
import io.liaptui.common.room.Occupant;
import io.liaptui.common.room.RoomEvent;
import io.liaptui.common.room.RoomRules;
import io.liaptui.common.room.RoomState;
import io.liaptui.common.room.RoomStatus;
import io.liaptui.common.room.RoomVerdict;
import io.liaptui.common.rules.Table;
import io.liaptui.ws.relay.RelayMessage;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what a client asked for: form was checked where its socket is, rights and rules are checked here. */
final class RoomCommands {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RoomDesk desk;
    private final Scribe scribe;
    private final RoomId id;
    private final Presence presence;
    private final RoomFrames frames;
    private final RoomSettings settings;
    private final Seeds seeds;
    private final SeatOwners owners;

    RoomCommands(
            RoomDesk desk,
            Scribe scribe,
            RoomId id,
            Presence presence,
            RoomFrames frames,
            RoomSettings settings,
            Seeds seeds,
            SeatOwners owners) {
        this.desk = desk;
        this.scribe = scribe;
        this.id = id;
        this.presence = presence;
        this.frames = frames;
        this.settings = settings;
        this.seeds = seeds;
        this.owners = owners;
    }

    void take(NodeId from, RelayMessage.Input input, Batch batch) {
        Asked asked = new Asked(from, input, batch, parse(input.data()), owners);
        RoomState room = batch.memory().room();
        if (room.status() == RoomStatus.CLOSED) {
            gone(asked, room);
        } else if (batch.memory().sessions().knows(input.session(), input.command())) {
            again(asked, room);
        } else if (input.seat() != null && !presence.holds(input.seat(), input.generation())) {
            asked.refuse(null, "You are playing in another window.");
        } else {
            decide(asked, room);
        }
    }

    /** The lobby page of the existing client waits for an error, the room page for {@code room_closed}. */
    private void gone(Asked asked, RoomState room) {
        switch (asked.input().event()) {
            case "join_room", "find_seat" -> asked.refuse("join_room_error", "There is no room " + id + " any more.");
            case "start_game" -> asked.refuse(null, "This room is gone.");
            default -> asked.answer(ServerCodec.encode(RoomFrames.gone(room)));
        }
    }

    private void decide(Asked asked, RoomState room) {
        Seat seat = asked.input().seat();
        switch (asked.input().event()) {
            case "join_room" -> join(asked, room);
            case "find_seat" -> findSeat(asked);
            case "get_room_state" -> asked.answer(frames.roomUpdate(room).forSpectator());
            case "repeat_room_state" -> {
                if (room.status() == RoomStatus.OPEN) {
                    asked.answer(frames.roomUpdate(room).forSpectator());
                } else {
                    asked.answer();
                }
            }
            case "add_bot" -> verdict(asked, RoomRules.addBot(room, room.isHost(seat), asked.slot()));
            case "remove_player" -> remove(asked, room);
            case "stand_in" -> standIn(asked, room);
            case "start_game" -> start(asked, room);
            case "leave_room", "leave_game" -> leave(asked, room);
            default -> play(asked, room);
        }
    }

    /** For a node whose client asks for something that it may have already. */
    private void findSeat(Asked asked) {
        asked.ownSeat()
                .ifPresentOrElse(
                        seat -> here(asked, seat),
                        () -> asked.refuse("join_room_error", "You have no seat in this room."));
    }

    /** The answer to whoever got the seat before; the page is on its way anew. */
    private void here(Asked asked, Seat seat) {
        if (!presence.isHeld(seat) && asked.batch().memory().room().status() == RoomStatus.OPEN) {
            desk.expect(seat, settings.grace().arriving());
        }
        asked.answer(joined(asked.name(), seat));
    }

    private void join(Asked asked, RoomState room) {
        Optional<Seat> own = asked.ownSeat();
        if (own.isPresent()) {
            here(asked, own.get());
            return;
        }
        String name = asked.name();
        switch (RoomRules.join(room, name, seeds.luck().nextInt())) {
            case RoomVerdict.Refused(var type, var message) -> asked.refuse(type, message);
            case RoomVerdict.Accepted(var events) -> {
                Seat seat = ((RoomEvent.Seated) events.getFirst()).seat();
                owners.seated(seat, name, asked.tokenHash(), asked.batch());
                scribe.write(asked.batch(), Scribe.Step.of(events, asked.ids(), seat));
                desk.expect(seat, settings.grace().arriving());
                asked.answer(joined(name, seat));
            }
        }
    }

    private void remove(Asked asked, RoomState room) {
        Seat target = asked.slot();
        Optional<Presence.Watcher> removed = presence.holder(target);
        RoomVerdict verdict = RoomRules.remove(room, room.isHost(asked.input().seat()), target);
        verdict(asked, verdict);
        if (verdict instanceof RoomVerdict.Accepted(var events) && !events.isEmpty()) {
            owners.removed(target, asked.batch());
            desk.vacate(target, asked.batch());
            removed.ifPresent(watcher -> {
                asked.batch()
                        .tell(new Output.Full(
                                watcher.node(),
                                watcher.socket(),
                                null,
                                List.of(ServerCodec.frame(ServerMessage.RoomClosed.REMOVED)),
                                asked.batch().memory().version()));
                asked.batch().tell(new Output.Kick(watcher.node(), watcher.socket(), "removed by the host"));
            });
        }
    }

    /** Others need not wait for somebody who is there and does nothing. */
    private void standIn(Asked asked, RoomState room) {
        Seat target = asked.slot();
        GameTable<?, ?, ?> table = asked.batch().memory().table();
        boolean idle = table != null && table.awaited().contains(target) && desk.isIdle(target);
        verdict(asked, RoomRules.standIn(room, room.isHost(asked.input().seat()), target, idle));
    }

    private void start(Asked asked, RoomState room) {
        String seed = seeds.next();
        var options = settings.optionsOf(room.game());
        switch (RoomRules.start(room, room.isHost(asked.input().seat()), seed, options)) {
            case RoomVerdict.Refused(var type, var message) -> asked.refuse(type, message);
            case RoomVerdict.Accepted(var events)
            when events.isEmpty() -> asked.answer(ServerCodec.encode(new ServerMessage.GameStarted(id)));
            case RoomVerdict.Accepted(var events) -> {
                var begun = GameTable.empty(scribe.module(room))
                        .begin(new Table(room.seats().size(), seed, options));
                if (begun instanceof GameTable.Outcome.Happened happened) {
                    Seat seat = asked.input().seat();
                    scribe.write(asked.batch(), new Scribe.Step(events, happened, asked.ids(), seat, "human"));
                }
                asked.answer();
            }
        }
    }

    private void leave(Asked asked, RoomState room) {
        Seat seat = asked.input().seat();
        String name = seat == null ? null : room.at(seat).map(Occupant::name).orElse(null);
        if (seat == null || name == null || !desk.leave(seat, "left", asked.ids(), asked.batch())) {
            asked.refuse(null, "You have no seat in this room.");
            return;
        }
        asked.answer(ServerCodec.encode(
                asked.input().event().equals("leave_game")
                        ? new ServerMessage.LeaveGameSuccess(name)
                        : new ServerMessage.PlayerLeft(name, asked.batch().isClosed())));
        asked.batch().tellLast(new Output.Kick(asked.from(), asked.input().socket(), "left"));
    }

    private void play(Asked asked, RoomState room) {
        GameTable<?, ?, ?> table = asked.batch().memory().table();
        Seat seat = asked.input().seat();
        if (table != null && table.ignores(asked.input().event(), asked.data())) {
            asked.answer();
        } else if (table == null || room.status() != RoomStatus.RUNNING) {
            asked.refuse(null, table == null ? "The game has not started yet." : "The game is over.");
        } else if (!table.understands(asked.input().event())) {
            asked.refuse(
                    "validation_error",
                    "This game does not know '" + asked.input().event() + "'.");
        } else if (seat == null) {
            asked.refuse("permission_denied", "You are watching this game; only players can act.");
        } else if (room.at(seat).filter(Occupant::isPlayedByBot).isPresent() && !takesBack(asked, seat)) {
            asked.refuse(null, "A bot plays for you since you left. Come back to play yourself.");
        } else {
            switch (table.command(seat, asked.input().event(), asked.data())) {
                case GameTable.Outcome.Happened happened -> {
                    scribe.write(asked.batch(), new Scribe.Step(List.of(), happened, asked.ids(), seat, "human"));
                    asked.answer();
                }
                case GameTable.Outcome.Refused(var reason) -> asked.refuse("invalid_action", reason);
                case GameTable.Outcome.Malformed(var message) -> asked.refuse("validation_error", message);
                case GameTable.Outcome.Nothing() -> asked.answer();
            }
        }
    }

    /** Whoever was taken for idle and does something is not: the seat is the player's again. */
    private boolean takesBack(Asked asked, Seat seat) {
        boolean here = presence.holder(seat)
                .filter(watcher -> watcher.socket().equals(asked.input().socket()))
                .isPresent();
        if (here) {
            scribe.write(asked.batch(), Scribe.Step.of(List.of(new RoomEvent.Returned(seat)), List.of(), seat));
        }
        return here;
    }

    /** The same command came again after it had been accepted. */
    private void again(Asked asked, RoomState room) {
        if (asked.input().event().equals("join_room")) {
            String name = asked.name();
            room.seatOf(name).ifPresentOrElse(seat -> asked.answer(joined(name, seat)), asked::answer);
        } else {
            asked.answer();
        }
    }

    private void verdict(Asked asked, RoomVerdict verdict) {
        switch (verdict) {
            case RoomVerdict.Refused(var type, var message) -> asked.refuse(type, message);
            case RoomVerdict.Accepted(var events)
            when events.isEmpty() ->
                asked.answer(frames.roomUpdate(asked.batch().memory().room()).forSpectator());
            case RoomVerdict.Accepted(var events) -> {
                scribe.write(
                        asked.batch(),
                        Scribe.Step.of(events, asked.ids(), asked.input().seat()));
                asked.answer();
            }
        }
    }

    private String joined(String name, Seat seat) {
        return ServerCodec.encode(new ServerMessage.RoomJoined(id, name, seat, Optional.empty()));
    }

    private static JsonNode parse(String data) {
        try {
            return JSON.readTree(data);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a node sent data that is not JSON", e);
        }
    }

    /** One request with where its answer goes. */
    private record Asked(NodeId from, RelayMessage.Input input, Batch batch, JsonNode data, SeatOwners owners) {
        String name() {
            return data.path("player_name").asText();
        }

        String tokenHash() {
            return data.path("token_hash").asText();
        }

        /** The seat that whoever asks has already. */
        Optional<Seat> ownSeat() {
            return owners.seat(name(), tokenHash(), batch);
        }

        List<String> ids() {
            return List.of(Sessions.id(input.session(), input.command()));
        }

        /** On the wire slots count from 1. */
        Seat slot() {
            return new Seat(data.path("slot_id").asInt() - 1);
        }

        void answer(String... messages) {
            batch.tell(new Output.Answer(from, input.socket(), input.number(), List.of(messages)));
        }

        void refuse(@Nullable String type, String message) {
            answer(RoomDesk.error(type, message));
        }
    }
}
