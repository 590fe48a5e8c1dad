package io.liaptui.common.games.liaptui;

import io.liaptui.common.ids.Seat;
import io.liaptui.common.rules.Chance;
import io.liaptui.common.rules.Decision;
import io.liaptui.common.rules.Game;
import io.liaptui.common.rules.Input;
import io.liaptui.common.rules.Pace;
import io.liaptui.common.rules.Table;
import java.util.List;
import java.util.Set;

/** Liap Tui, played by four. Moves are judged in {@code Moves}, timers in {@code TimeOuts}, events fold in {@code Folding}. */
public final class LiapTui implements Game<State, Command, Event> {
    /**
     * @throws IllegalArgumentException if the table has not four seats or a senseless option
     */
    @Override
    public List<Event> begin(Table table) {
        if (table.seats() != Seats.COUNT) {
            throw new IllegalArgumentException("Liap Tui is played by 4, not by " + table.seats());
        }
        Chance chance = Chance.of(table.seed());
        Deal deal = Deal.from(chance);
        return List.of(
                new Event.Begun(Settings.from(table.options()), chance),
                new Event.Dealt(Round.FIRST.number(), Round.FIRST.starter(), deal.hands(), deal.next()));
    }

    @Override
    public State empty() {
        return new State.NotBegun();
    }

    @Override
    public Decision<Event> decide(State state, Input<Command> input) {
        return switch (state) {
            case State.NotBegun() -> Decision.refused("The game has not begun.");
            case State.Begun begun ->
                switch (input) {
                    case Input.Move<Command>(var seat, var command) -> Moves.decide(begun, seat, command);
                    case Input.TimeUp<Command>(var timer) -> TimeOuts.decide(begun, timer);
                    case Input.Tick<Command> tick -> Decision.refused("This game does not tick.");
                };
        };
    }

    /**
     * @throws IllegalArgumentException if the event was not decided for this state
     */
    @Override
    public State apply(State state, Event event) {
        return Folding.apply(state, event);
    }

    @Override
    public Pace pace(State state) {
        return state instanceof State.Begun begun ? Timers.pace(begun) : new Pace.Waiting();
    }

    @Override
    public Set<Seat> awaited(State state) {
        if (!(state instanceof State.Begun begun)) {
            return Set.of();
        }
        return switch (begun.phase()) {
            case Phase.Asking asking -> Set.copyOf(asking.awaited());
            case Phase.Declaring(var match, var round, var declarations)
            when !declarations.isComplete() -> Set.of(declarations.next());
            case Phase.Playing playing -> Set.of(playing.turn().next());
            default -> Set.of();
        };
    }

    @Override
    public boolean isOver(State state) {
        return state instanceof State.Begun begun && begun.phase() instanceof Phase.Over;
    }
}
