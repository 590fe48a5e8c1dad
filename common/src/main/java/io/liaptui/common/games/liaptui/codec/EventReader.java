package io.liaptui.common.games.liaptui.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.games.liaptui.Event;
import io.liaptui.common.games.liaptui.Hand;
import io.liaptui.common.games.liaptui.Seats;
import io.liaptui.common.games.liaptui.StarterReason;
import io.liaptui.common.history.StoredEvent;
import io.liaptui.common.ids.Seat;
import java.util.List;
import java.util.Objects;

/** JSON to events; unknown fields are left aside. */
final class EventReader {
    private EventReader() {}

    static Event read(StoredEvent stored) {
        ObjectNode all = stored.all();
        return switch (stored.type()) {
            case EventTypes.BEGUN -> new Event.Begun(StateReader.settings(all), Json.chance(stored.secret(), "chance"));
            case EventTypes.DEALT ->
                new Event.Dealt(
                        Json.number(all, "round"),
                        Json.seat(all, "starter"),
                        hands(stored),
                        Json.chance(stored.secret(), "chance"));
            case EventTypes.REDEALT ->
                new Event.Redealt(
                        seat(stored),
                        Json.number(all, "multiplier"),
                        hands(stored),
                        Json.chance(stored.secret(), "chance"));
            case EventTypes.WEAK_HANDS_FOUND -> new Event.WeakHandsFound(Json.seats(all, "seats"));
            case EventTypes.REDEAL_ANSWERED -> new Event.RedealAnswered(seat(stored), Json.flag(all, "accepted"));
            case EventTypes.REDEAL_WARNED -> new Event.RedealWarned();
            case EventTypes.REDEAL_LAPSED -> new Event.RedealLapsed(Json.seats(all, "silent"));
            case EventTypes.ROUND_STARTED ->
                new Event.RoundStarted(Json.seat(all, "starter"), StarterReason.parse(Json.text(all, "reason")));
            case EventTypes.DECLARATIONS_OPENED -> new Event.DeclarationsOpened();
            case EventTypes.DECLARED -> new Event.Declared(seat(stored), Json.number(all, "value"));
            case EventTypes.TURN_STARTED -> new Event.TurnStarted(Json.number(all, "turn"), Json.seat(all, "starter"));
            case EventTypes.PLAYED ->
                new Event.Played(
                        seat(stored),
                        Json.numbers(own(stored, seat(stored)), "indices"),
                        Json.pieces(all.required("pieces")));
            case EventTypes.TURN_COMPLETED ->
                new Event.TurnCompleted(Json.seat(all, "winner"), Json.number(all, "piles"));
            case EventTypes.ROUND_SCORED ->
                new Event.RoundScored(Json.list(all.required("scores"), StateReader::score));
            case EventTypes.GAME_ENDED -> new Event.GameEnded(Json.seats(all, "winners"));
            default -> throw new IllegalArgumentException("unknown type");
        };
    }

    private static List<Hand> hands(StoredEvent stored) {
        return Seats.each(seat -> Json.hand(own(stored, new Seat(seat)).required("hand")));
    }

    private static ObjectNode own(StoredEvent stored, Seat seat) {
        return Objects.requireNonNull(stored.own().get(seat), "the seat's own part is missing");
    }

    private static Seat seat(StoredEvent stored) {
        return Objects.requireNonNull(stored.seat(), "the seat is missing");
    }
}
