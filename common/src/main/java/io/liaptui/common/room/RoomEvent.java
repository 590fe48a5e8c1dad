package io.liaptui.common.room;

import io.liaptui.common.ids.Seat;
import java.util.Map;

/** What happened to a room, apart from its game. Folded by {@link RoomState#apply}. */
public sealed interface RoomEvent {
    /** The room exists, with this many empty seats. */
    record Created(String game, int seats) implements RoomEvent {}

    /** A person took a seat; the first one is host. */
    record Seated(Seat seat, String name, String avatarColor) implements RoomEvent {}

    record BotSeated(Seat seat, String name) implements RoomEvent {}

    /**
     * The seat is empty again.
     *
     * @param reason {@code left}, {@code removed} or {@code disconnected}
     */
    record Vacated(Seat seat, String reason) implements RoomEvent {}

    /**
     * The game begins.
     *
     * @param seed nobody may know it before the end
     */
    record Started(String seed, Map<String, String> options) implements RoomEvent {
        public Started {
            options = Map.copyOf(options);
        }

        /** Hides the seed: records end up in logs. */
        @Override
        public String toString() {
            return "Started[options=" + options + "]";
        }
    }

    /** A player is absent for longer than the grace; a stand-in decides for the seat. */
    record WentAway(Seat seat) implements RoomEvent {}

    /** An absent player is back and decides again. */
    record Returned(Seat seat) implements RoomEvent {}

    record HostMoved(Seat from, Seat to) implements RoomEvent {}

    /** The game is over. */
    record Finished() implements RoomEvent {}

    /** The room is given up. */
    record Closed(String reason) implements RoomEvent {}
}
