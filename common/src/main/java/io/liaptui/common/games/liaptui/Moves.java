package io.liaptui.common.games.liaptui;

import io.liaptui.common.ids.Seat;
import io.liaptui.common.rules.Decision;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;

/** What happens when a seat asks for something. */
final class Moves {
    private Moves() {}

    static Decision<Event> decide(State.Begun state, Seat seat, Command command) {
        if (seat.index() >= Seats.COUNT) {
            return Decision.refused("There is no such seat at this table.");
        }
        return switch (command) {
            case Command.AnswerRedeal(var accept) -> answer(state, seat, accept);
            case Command.Declare(var value) -> declare(state, seat, value);
            case Command.PlayPieces(var indices) -> play(state, seat, indices);
        };
    }

    private static Decision<Event> answer(State.Begun state, Seat seat, boolean accept) {
        if (!(state.phase() instanceof Phase.Asking asking)) {
            return Decision.refused("No redeal is asked for now.");
        }
        if (!asking.weak().contains(seat)) {
            return Decision.refused("Only players with a weak hand can answer.");
        }
        if (asking.answers().containsKey(seat)) {
            return Decision.refused("You have answered already.");
        }
        Event.RedealAnswered answered = new Event.RedealAnswered(seat, accept);
        List<Event> events = new ArrayList<>(List.of(answered));
        State.Begun after = (State.Begun) Folding.apply(state, answered);
        if (after.phase() instanceof Phase.Asking still && still.awaited().isEmpty()) {
            events.add(Redeals.resolve(after, still));
        }
        return Decision.accepted(events);
    }

    private static Decision<Event> declare(State.Begun state, Seat seat, int value) {
        if (!(state.phase() instanceof Phase.Declaring declaring)) {
            return Decision.refused("Nobody declares now.");
        }
        Declarations made = declaring.declarations();
        if (!made.next().equals(seat)) {
            return Decision.refused("It is not your turn to declare.");
        }
        if (value < 0 || value > Declarations.PILES) {
            return Decision.refused("Declare a number from 0 to 8.");
        }
        if (value == 0 && !declaring.match().of(seat).mayDeclareZero()) {
            return Decision.refused("You declared 0 twice in a row. Declare at least 1.");
        }
        if (!made.keepsSumFree(value)) {
            return Decision.refused(
                    "All declarations must not add up to 8. Declare another number than " + value + ".");
        }
        Event declared = new Event.Declared(seat, value);
        return made.and(value).isComplete()
                ? Decision.accepted(List.of(
                        declared, new Event.TurnStarted(1, declaring.round().starter())))
                : Decision.accepted(List.of(declared));
    }

    private static Decision<Event> play(State.Begun state, Seat seat, List<Integer> indices) {
        if (!(state.phase() instanceof Phase.Playing playing)) {
            return Decision.refused("Nobody plays now.");
        }
        Turn turn = playing.turn();
        if (!turn.next().equals(seat)) {
            return Decision.refused("It is not your turn to play.");
        }
        Hand hand = state.hand(seat);
        if (indices.isEmpty() || indices.size() > Turn.MAX_PIECES) {
            return Decision.refused("Play 1 to 6 pieces.");
        }
        if (new HashSet<>(indices).size() < indices.size()) {
            return Decision.refused("Name each piece once.");
        }
        if (indices.stream().anyMatch(index -> index < 0 || index >= hand.size())) {
            return Decision.refused("You do not have that piece. You have " + hand.size() + ".");
        }
        OptionalInt required = turn.required();
        if (required.isPresent() && required.getAsInt() != indices.size()) {
            return Decision.refused("Play exactly " + pieces(required.getAsInt()) + " in this turn.");
        }
        List<Piece> pieces = hand.at(indices);
        if (required.isEmpty() && !Combination.of(pieces).isValid()) {
            return Decision.refused("Who starts a turn must play a valid set.");
        }
        return Decision.accepted(List.of(new Event.Played(seat, indices, pieces)));
    }

    private static String pieces(int count) {
        return count == 1 ? "1 piece" : count + " pieces";
    }
}
