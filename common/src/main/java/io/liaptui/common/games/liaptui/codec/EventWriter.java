package io.liaptui.common.games.liaptui.codec;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.games.liaptui.Combination;
import io.liaptui.common.games.liaptui.Event;
import io.liaptui.common.games.liaptui.Hand;
import io.liaptui.common.games.liaptui.Piece;
import io.liaptui.common.history.StoredEvent;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.rules.Chance;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Events to JSON. Some fields repeat what follows from others, for those who read histories without the rules. */
final class EventWriter {
    private EventWriter() {}

    static StoredEvent write(Event event) {
        return switch (event) {
            case Event.Begun(var settings, var chance) ->
                new StoredEvent(
                        EventTypes.BEGUN, null, null, null, StateWriter.settings(settings), Map.of(), secret(chance));
            case Event.Dealt(var round, var starter, var hands, var next) ->
                deal(
                        EventTypes.DEALT,
                        null,
                        Json.object().put("round", round).put("starter", starter.index()),
                        hands,
                        next);
            case Event.Redealt(var accepter, var multiplier, var hands, var next) ->
                deal(EventTypes.REDEALT, accepter, Json.object().put("multiplier", multiplier), hands, next);
            case Event.WeakHandsFound(var seats) -> {
                ObjectNode all = Json.object();
                all.set("seats", Json.seats(seats));
                yield StoredEvent.open(EventTypes.WEAK_HANDS_FOUND, null, all);
            }
            case Event.RedealAnswered(var seat, var accepted) ->
                StoredEvent.open(EventTypes.REDEAL_ANSWERED, seat, Json.object().put("accepted", accepted));
            case Event.RedealWarned() -> StoredEvent.open(EventTypes.REDEAL_WARNED, null, Json.object());
            case Event.RedealLapsed(var silent) -> {
                ObjectNode all = Json.object();
                all.set("silent", Json.seats(silent));
                yield StoredEvent.open(EventTypes.REDEAL_LAPSED, null, all);
            }
            case Event.RoundStarted(var starter, var reason) ->
                StoredEvent.open(
                        EventTypes.ROUND_STARTED,
                        null,
                        Json.object().put("starter", starter.index()).put("reason", reason.text()));
            case Event.DeclarationsOpened() -> StoredEvent.open(EventTypes.DECLARATIONS_OPENED, null, Json.object());
            case Event.Declared(var seat, var value) ->
                StoredEvent.open(EventTypes.DECLARED, seat, Json.object().put("value", value));
            case Event.TurnStarted(var number, var starter) ->
                StoredEvent.open(
                        EventTypes.TURN_STARTED,
                        null,
                        Json.object().put("turn", number).put("starter", starter.index()));
            case Event.Played played -> played(played);
            case Event.TurnCompleted(var winner, var piles) ->
                StoredEvent.open(
                        EventTypes.TURN_COMPLETED,
                        null,
                        Json.object().put("winner", winner.index()).put("piles", piles));
            case Event.RoundScored(var scores) -> {
                ObjectNode all = Json.object();
                all.set("scores", Json.array(scores, StateWriter::score));
                yield StoredEvent.open(EventTypes.ROUND_SCORED, null, all);
            }
            case Event.GameEnded(var winners) -> {
                ObjectNode all = Json.object();
                all.set("winners", Json.seats(winners));
                yield StoredEvent.open(EventTypes.GAME_ENDED, null, all);
            }
        };
    }

    private static StoredEvent deal(String type, @Nullable Seat seat, ObjectNode all, List<Hand> hands, Chance next) {
        all.set("hand_sizes", Json.numbers(hands.stream().map(Hand::size).toList()));
        Map<Seat, ObjectNode> own = new TreeMap<>();
        for (int i = 0; i < hands.size(); i++) {
            ObjectNode part = Json.object();
            part.set("hand", Json.pieces(hands.get(i).pieces()));
            own.put(new Seat(i), part);
        }
        return new StoredEvent(type, seat, null, null, all, own, secret(next));
    }

    private static StoredEvent played(Event.Played played) {
        Combination combination = Combination.of(played.pieces());
        ObjectNode all = Json.object();
        all.set("pieces", Json.pieces(played.pieces()));
        all.put("play_type", combination.type().name()).put("play_value", Piece.sum(played.pieces()));
        ObjectNode own = Json.object();
        own.set("indices", Json.numbers(played.indices()));
        return new StoredEvent(
                EventTypes.PLAYED, played.seat(), null, null, all, Map.of(played.seat(), own), Json.object());
    }

    private static ObjectNode secret(Chance chance) {
        ObjectNode secret = Json.object();
        secret.set("chance", Json.chance(chance));
        return secret;
    }
}
