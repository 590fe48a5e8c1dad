package io.liaptui.common.room;

import io.liaptui.common.ids.NameRules;
import io.liaptui.common.ids.Seat;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who may do what in a room: docs/protocol.md 9. Pure; changes nothing.
 */
public final class RoomRules {
    /** docs/protocol.md 7; humans of one room get distinct ones. */
    public static final List<String> COLORS =
            List.of("blue", "purple", "orange", "red", "green", "teal", "pink", "yellow");

    private static final String JOIN_ERROR = "join_room_error";
    private static final String PERMISSION = "permission_denied";

    private RoomRules() {}

    /** A new room is full of bots and can start at once (9.1). */
    public static List<RoomEvent> create(String game, int seats, String hostName, int luck) {
        List<RoomEvent> events = new ArrayList<>();
        events.add(new RoomEvent.Created(game, seats));
        events.add(new RoomEvent.Seated(new Seat(0), hostName, COLORS.get(Math.floorMod(luck, COLORS.size()))));
        for (int i = 1; i < seats; i++) {
            events.add(bot(new Seat(i)));
        }
        return events;
    }

    /**
     * A person wants a seat (9.2).
     *
     * @param luck picks the colour among those left
     */
    public static RoomVerdict join(RoomState room, String name, int luck) {
        if (room.status() != RoomStatus.OPEN) {
            return RoomVerdict.refused(JOIN_ERROR, "The game in this room has already started.");
        }
        String likeness = NameRules.likeness(name);
        if (room.humans().stream()
                .anyMatch(seat ->
                        NameRules.likeness(room.at(seat).orElseThrow().name()).equals(likeness))) {
            return RoomVerdict.refused(JOIN_ERROR, "Somebody in this room is already called " + name + ".");
        }
        return room.firstEmpty()
                .map(seat -> RoomVerdict.accepted(new RoomEvent.Seated(seat, name, freeColor(room, luck))))
                .orElseGet(() -> RoomVerdict.refused(
                        JOIN_ERROR, "This room is full. Its host can remove a bot to make a place."));
    }

    /** The host puts a bot on an empty seat (9.3); if one sits there, all is as wanted. */
    public static RoomVerdict addBot(RoomState room, boolean byHost, Seat seat) {
        if (!byHost) {
            return RoomVerdict.refused(PERMISSION, "Only the host can add bots.");
        }
        if (room.status() != RoomStatus.OPEN) {
            return new RoomVerdict.Refused(null, "Bots can be added only before the game starts.");
        }
        if (room.at(seat).orElse(null) instanceof Occupant.Bot) {
            return RoomVerdict.accepted();
        }
        if (seat.index() >= room.seats().size() || room.at(seat).isPresent()) {
            return new RoomVerdict.Refused(null, "That seat is not empty.");
        }
        return RoomVerdict.accepted(bot(seat));
    }

    /** The host empties a seat (9.3), but not the own one; if it is empty, all is as wanted. */
    public static RoomVerdict remove(RoomState room, boolean byHost, Seat seat) {
        if (!byHost) {
            return RoomVerdict.refused(PERMISSION, "Only the host can remove players.");
        }
        if (room.status() != RoomStatus.OPEN) {
            return new RoomVerdict.Refused(null, "Players can be removed only before the game starts.");
        }
        if (room.isHost(seat)) {
            return new RoomVerdict.Refused(null, "The host cannot be removed. Leave the room to close it.");
        }
        return room.at(seat).isEmpty()
                ? RoomVerdict.accepted()
                : RoomVerdict.accepted(new RoomEvent.Vacated(seat, "removed"));
    }

    /** The host starts a full room (9.6); if the game runs, all is as wanted. */
    public static RoomVerdict start(RoomState room, boolean byHost, String seed, Map<String, String> options) {
        if (!byHost) {
            return RoomVerdict.refused(PERMISSION, "Only the host can start the game.");
        }
        if (room.status() == RoomStatus.RUNNING) {
            return RoomVerdict.accepted();
        }
        if (room.status() != RoomStatus.OPEN) {
            return new RoomVerdict.Refused(null, "The game has already started.");
        }
        if (room.firstEmpty().isPresent()) {
            return new RoomVerdict.Refused(null, "Every seat must be taken before the game can start.");
        }
        return RoomVerdict.accepted(new RoomEvent.Started(seed, options));
    }

    /**
     * A person goes: before the start the seat is free again, and without its host a room is closed (9.4, 9.5); in a
     * game a stand-in plays on, and the next person becomes host (9.8, 9.9).
     *
     * @param reason {@code left} or {@code disconnected}
     */
    public static RoomVerdict leave(RoomState room, Seat seat, String reason) {
        if (!(room.at(seat).orElse(null) instanceof Occupant.Human human)) {
            return new RoomVerdict.Refused(null, "You have no seat in this room.");
        }
        return switch (room.status()) {
            case OPEN ->
                RoomVerdict.accepted(
                        room.isHost(seat) ? new RoomEvent.Closed("host_left") : new RoomEvent.Vacated(seat, reason));
            case RUNNING, FINISHED -> {
                List<RoomEvent> events = new ArrayList<>();
                if (!human.away()) {
                    events.add(new RoomEvent.WentAway(seat));
                    if (room.isHost(seat)) {
                        nextHost(room, seat).ifPresent(next -> events.add(new RoomEvent.HostMoved(seat, next)));
                    }
                }
                yield new RoomVerdict.Accepted(events);
            }
            case ARCHIVED, CLOSED, BROKEN -> new RoomVerdict.Accepted(List.of());
        };
    }

    /**
     * The host lets a stand-in play for somebody who is there and does nothing, until that player does something.
     *
     * @param idle a decision of the seat has been open for long
     */
    public static RoomVerdict standIn(RoomState room, boolean byHost, Seat seat, boolean idle) {
        if (!byHost) {
            return RoomVerdict.refused(PERMISSION, "Only the host can let a bot play for somebody.");
        }
        if (room.status() != RoomStatus.RUNNING) {
            return new RoomVerdict.Refused(null, "A bot can play for somebody only while a game runs.");
        }
        if (!(room.at(seat).orElse(null) instanceof Occupant.Human human) || human.away()) {
            return new RoomVerdict.Refused(null, "A bot plays for that seat already.");
        }
        if (room.isHost(seat)) {
            return new RoomVerdict.Refused(null, "Leave the game if a bot shall play for you.");
        }
        if (!idle) {
            return new RoomVerdict.Refused(null, human.name() + " has not kept you waiting for long yet.");
        }
        return RoomVerdict.accepted(new RoomEvent.WentAway(seat));
    }

    private static java.util.Optional<Seat> nextHost(RoomState room, Seat old) {
        return room.present().stream().filter(seat -> !seat.equals(old)).findFirst();
    }

    private static RoomEvent bot(Seat seat) {
        return new RoomEvent.BotSeated(seat, "Bot " + (seat.index() + 1));
    }

    private static String freeColor(RoomState room, int luck) {
        Set<String> taken = new HashSet<>();
        for (Seat seat : room.humans()) {
            if (room.at(seat).orElseThrow() instanceof Occupant.Human human) {
                taken.add(human.avatarColor());
            }
        }
        List<String> free =
                COLORS.stream().filter(color -> !taken.contains(color)).toList();
        return free.isEmpty() ? COLORS.getFirst() : free.get(Math.floorMod(luck, free.size()));
    }
}
