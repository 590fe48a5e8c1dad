package io.liaptui.common.games.liaptui;

import io.liaptui.common.ids.Seat;
import io.liaptui.common.rules.Decision;
import io.liaptui.common.rules.Pace;
import java.util.List;

/** What happens when the timer of a phase has run out. */
final class TimeOuts {
    private TimeOuts() {}

    static Decision<Event> decide(State.Begun state, String timer) {
        if (!(Timers.pace(state) instanceof Pace.Deadline deadline)
                || !deadline.timer().equals(timer)) {
            return Decision.refused("The timer " + timer + " does not run now.");
        }
        return switch (state.phase()) {
            case Phase.Dealing(var match, var round) -> dealt(state, round);
            case Phase.Asking asking when asking.warned() -> lapsed(state, asking);
            case Phase.Asking asking -> Decision.accepted(List.of(new Event.RedealWarned()));
            case Phase.Starting starting -> Decision.accepted(List.of(new Event.DeclarationsOpened()));
            case Phase.Revealing revealing -> Decision.accepted(List.of(completed(revealing.turn())));
            case Phase.TurnResult result -> Decision.accepted(List.of(afterTurn(result)));
            case Phase.Scored scored -> Decision.accepted(List.of(afterRound(state, scored)));
            case Phase.Declaring declaring -> throw noTimer(declaring);
            case Phase.Playing playing -> throw noTimer(playing);
            case Phase.Over over -> throw noTimer(over);
        };
    }

    private static IllegalStateException noTimer(Phase phase) {
        return new IllegalStateException(phase.getClass().getSimpleName() + " has no timer");
    }

    private static Decision<Event> dealt(State.Begun state, Round round) {
        List<Seat> weak = Redeals.weak(state);
        return Decision.accepted(
                List.of(weak.isEmpty() ? Redeals.start(state, round) : new Event.WeakHandsFound(weak)));
    }

    private static Decision<Event> lapsed(State.Begun state, Phase.Asking asking) {
        return Decision.accepted(List.of(new Event.RedealLapsed(asking.awaited()), Redeals.resolve(state, asking)));
    }

    private static Event completed(Turn turn) {
        Play best = turn.best();
        return new Event.TurnCompleted(best.seat(), best.pieces().size());
    }

    private static Event afterTurn(Phase.TurnResult result) {
        return result.last()
                ? new Event.RoundScored(result.tally().scores(result.round().multiplier()))
                : new Event.TurnStarted(result.turn().number() + 1, result.winner());
    }

    private static Event afterRound(State.Begun state, Phase.Scored scored) {
        if (scored.match().endsWith(scored.round())) {
            return new Event.GameEnded(scored.match().leaders());
        }
        Deal deal = Deal.from(state.chance());
        return new Event.Dealt(scored.round().number() + 1, scored.lastWinner(), deal.hands(), deal.next());
    }
}
