package io.liaptui.common.games.liaptui;

import io.liaptui.common.ids.Seat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What each event changes. */
final class Folding {
    private Folding() {}

    static State apply(State state, Event event) {
        return switch (state) {
            case State.NotBegun()
            when event instanceof Event.Begun(var settings, var chance) ->
                new State.Begun(
                        chance, Seats.each(seat -> Hand.EMPTY), new Phase.Dealing(Match.start(settings), Round.FIRST));
            case State.NotBegun() -> throw new IllegalArgumentException("the game has not begun");
            case State.Begun begun -> apply(begun, event);
        };
    }

    private static State.Begun apply(State.Begun state, Event event) {
        Phase phase = state.phase();
        return switch (event) {
            case Event.Begun begun -> throw misplaced(event, phase);
            case Event.Dealt(var number, var starter, var hands, var next) ->
                new State.Begun(next, hands, new Phase.Dealing(phase.match(), new Round(number, 1, starter)));
            case Event.Redealt(var accepter, var multiplier, var hands, var next) ->
                new State.Begun(
                        next,
                        hands,
                        new Phase.Dealing(phase.match(), new Round(phase.round().number(), multiplier, accepter)));
            case Event.WeakHandsFound(var seats) ->
                state.with(new Phase.Asking(phase.match(), phase.round(), seats, new TreeMap<>(), false));
            case Event.RedealAnswered(var seat, var accepted) ->
                state.with(answered(in(Phase.Asking.class, phase, event), List.of(seat), accepted));
            case Event.RedealLapsed(var silent) ->
                state.with(answered(in(Phase.Asking.class, phase, event), silent, false));
            case Event.RedealWarned() -> state.with(warned(in(Phase.Asking.class, phase, event)));
            case Event.RoundStarted(var starter, var reason) ->
                state.with(new Phase.Starting(phase.match(), phase.round().startedBy(starter), reason));
            case Event.DeclarationsOpened() ->
                state.with(new Phase.Declaring(
                        phase.match(),
                        phase.round(),
                        new Declarations(phase.round().starter(), List.of())));
            case Event.Declared(var seat, var value) ->
                state.with(declared(in(Phase.Declaring.class, phase, event), seat, value));
            case Event.TurnStarted(var number, var starter) ->
                state.with(new Phase.Playing(
                        phase.match(), phase.round(), tally(phase, event), new Turn(number, starter, List.of())));
            case Event.Played played -> played(state, in(Phase.Playing.class, phase, event), played);
            case Event.TurnCompleted(var winner, var piles) ->
                state.with(completed(state, in(Phase.Revealing.class, phase, event), winner, piles));
            case Event.RoundScored(var scores) -> state.with(scored(in(Phase.TurnResult.class, phase, event), scores));
            case Event.GameEnded(var winners) ->
                state.with(new Phase.Over(
                        phase.match(),
                        phase.round(),
                        in(Phase.Scored.class, phase, event).tally(),
                        winners));
        };
    }

    private static Phase answered(Phase.Asking asking, List<Seat> seats, boolean accepted) {
        SortedMap<Seat, Boolean> answers = new TreeMap<>(asking.answers());
        seats.forEach(seat -> answers.put(seat, accepted));
        return new Phase.Asking(asking.match(), asking.round(), asking.weak(), answers, asking.warned());
    }

    private static Phase warned(Phase.Asking asking) {
        return new Phase.Asking(asking.match(), asking.round(), asking.weak(), asking.answers(), true);
    }

    private static Phase declared(Phase.Declaring declaring, Seat seat, int value) {
        Match match = declaring.match();
        return new Phase.Declaring(
                match.with(seat, match.of(seat).declared(value)),
                declaring.round(),
                declaring.declarations().and(value));
    }

    private static Tally tally(Phase phase, Event event) {
        return phase instanceof Phase.Declaring declaring
                ? Tally.of(declaring.declarations())
                : in(Phase.TurnResult.class, phase, event).tally();
    }

    private static State.Begun played(State.Begun state, Phase.Playing playing, Event.Played played) {
        Turn turn = playing.turn().and(new Play(played.seat(), played.pieces()));
        Phase next = turn.isComplete()
                ? new Phase.Revealing(playing.match(), playing.round(), playing.tally(), turn)
                : new Phase.Playing(playing.match(), playing.round(), playing.tally(), turn);
        Hand left = state.hand(played.seat()).without(played.indices());
        return new State.Begun(state.chance(), Seats.with(state.hands(), played.seat(), left), next);
    }

    private static Phase completed(State.Begun state, Phase.Revealing revealing, Seat winner, int piles) {
        Match match = revealing.match();
        return new Phase.TurnResult(
                match.with(winner, match.of(winner).wonTurn()),
                revealing.round(),
                revealing.tally().capture(winner, piles),
                revealing.turn(),
                winner,
                state.hands().stream().allMatch(Hand::isEmpty));
    }

    private static Phase scored(Phase.TurnResult result, List<RoundScore> scores) {
        Match match = result.match();
        for (Seat seat : Seats.all()) {
            match = match.with(seat, match.of(seat).scored(scores.get(seat.index())));
        }
        return new Phase.Scored(match, result.round(), result.tally(), result.winner(), scores);
    }

    private static <P extends Phase> P in(Class<P> expected, Phase phase, Event event) {
        if (!expected.isInstance(phase)) {
            throw misplaced(event, phase);
        }
        return expected.cast(phase);
    }

    private static IllegalArgumentException misplaced(Event event, Phase phase) {
        return new IllegalArgumentException(event.getClass().getSimpleName() + " does not happen in "
                + phase.getClass().getSimpleName());
    }
}
