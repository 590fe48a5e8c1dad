package io.liaptui.common.games.liaptui.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.games.liaptui.Command;
import io.liaptui.common.games.liaptui.Event;
import io.liaptui.common.games.liaptui.LiapTui;
import io.liaptui.common.games.liaptui.State;
import io.liaptui.common.games.liaptui.bots.LiapTuiBots;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.rules.Bots;
import io.liaptui.common.rules.Decision;
import io.liaptui.common.rules.Input;
import io.liaptui.common.rules.Pace;
import io.liaptui.common.rules.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** One game in the hands of a test. A refusal of what a player or timer must be able to do fails the test. */
public final class TestGame {
    public static final LiapTui RULES = new LiapTui();

    private final Bots<State, Command> players;
    private final List<Step> steps = new ArrayList<>();
    private State state;

    /** What one accepted input did. */
    public record Step(State before, State after, List<Event> events) {}

    private TestGame(State state, Bots<State, Command> players) {
        this.state = state;
        this.players = players;
    }

    /** A new game, dealt. */
    public static TestGame begin(long seed, Map<String, String> options, Bots<State, Command> players) {
        TestGame game = new TestGame(RULES.empty(), players);
        game.happen(RULES.begin(new Table(4, seed(seed), options)));
        return game;
    }

    public static TestGame begin(long seed) {
        return begin(seed, Map.of(), new LiapTuiBots());
    }

    /** A game that stands somewhere in its middle. */
    public static TestGame from(State state) {
        return new TestGame(state, new LiapTuiBots());
    }

    public static String seed(long number) {
        return "%064x".formatted(number);
    }

    public State state() {
        return state;
    }

    public State.Begun begun() {
        return (State.Begun) state;
    }

    public List<Step> steps() {
        return steps;
    }

    public Stream<Event> history() {
        return steps.stream().flatMap(step -> step.events().stream());
    }

    /** Plays on until the end. */
    public TestGame finish() {
        return until(RULES::isOver);
    }

    public TestGame until(Predicate<State> reached) {
        int left = 100_000;
        while (!reached.test(state)) {
            assertThat(left--).as("the game must come to an end").isPositive();
            goOn();
        }
        return this;
    }

    /** The next thing that somebody is waited for, or the timer. */
    public void goOn() {
        Optional<Seat> seat = RULES.awaited(state).stream().sorted().findFirst();
        if (seat.isPresent()) {
            move(seat.get(), players.choose(state, seat.get()));
        } else {
            timeUp();
        }
    }

    public List<Event> move(Seat seat, Command command) {
        return accept(new Input.Move<>(seat, command));
    }

    public List<Event> move(int seat, Command command) {
        return move(new Seat(seat), command);
    }

    public List<Event> timeUp() {
        return accept(new Input.TimeUp<>(timer()));
    }

    /** The name of the timer that runs. */
    public String timer() {
        return ((Pace.Deadline) RULES.pace(state)).timer();
    }

    /** The reason why this is refused; what is not refused fails the test. */
    public String refusal(int seat, Command command) {
        Decision<Event> decision = RULES.decide(state, new Input.Move<>(new Seat(seat), command));
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused<Event>) decision).reason();
    }

    private List<Event> accept(Input<Command> input) {
        return switch (RULES.decide(state, input)) {
            case Decision.Accepted<Event>(var events) -> {
                happen(events);
                yield events;
            }
            case Decision.Refused<Event>(var reason) ->
                throw new AssertionError(input + " was refused: " + reason + " in " + state);
        };
    }

    private void happen(List<Event> events) {
        State before = state;
        for (Event event : events) {
            state = RULES.apply(state, event);
        }
        steps.add(new Step(before, state, events));
    }
}
