package io.liaptui.common.games.liaptui;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.games.liaptui.testkit.RandomPlayers;
import io.liaptui.common.games.liaptui.testkit.TestGame;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.rules.Decision;
import io.liaptui.common.rules.Input;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** What holds in every game; a failure prints its seed, with which the same game is played again. */
class GamePropertiesTest {
    private static final long SEEDS = 1L << 40;

    @Property(tries = 25)
    void everyRoundHasEightPilesAndNoForbiddenDeclaration(@ForAll @LongRange(max = SEEDS) long seed) {
        for (TestGame.Step step : thoughtless(seed).steps()) {
            if (((State.Begun) step.after()).phase() instanceof Phase.Scored scored) {
                assertThat(scored.tally().captured().stream()
                                .mapToInt(Integer::intValue)
                                .sum())
                        .isEqualTo(Declarations.PILES);
                assertThat(scored.tally().declarations().total()).isNotEqualTo(Declarations.PILES);
                assertThat(scored.match().standings()).allMatch(standing -> standing.zeroStreak() <= 2);
            }
        }
    }

    @Property(tries = 25)
    void all32PiecesAreInHandsOnTheTableOrInPiles(@ForAll @LongRange(max = SEEDS) long seed) {
        List<Piece> played = new ArrayList<>();
        for (TestGame.Step step : thoughtless(seed).steps()) {
            for (Event event : step.events()) {
                switch (event) {
                    case Event.Dealt dealt -> played.clear();
                    case Event.Redealt redealt -> assertThat(played).isEmpty();
                    case Event.Played play -> played.addAll(play.pieces());
                    default -> {}
                }
            }
            List<Piece> all = new ArrayList<>(played);
            ((State.Begun) step.after()).hands().forEach(hand -> all.addAll(hand.pieces()));
            assertThat(all).containsExactlyInAnyOrderElementsOf(Piece.deck());
        }
    }

    @Property(tries = 15)
    void foldingTheRecordedEventsGivesTheSameState(@ForAll @LongRange(max = SEEDS) long seed) {
        TestGame game = TestGame.begin(seed).finish();
        State state = TestGame.RULES.empty();
        for (Event event : game.history().toList()) {
            state = TestGame.RULES.apply(state, event);
        }
        assertThat(state).isEqualTo(game.state());
    }

    @Property(tries = 15)
    void theSameSeedGivesTheSameGame(@ForAll @LongRange(max = SEEDS) long seed) {
        assertThat(TestGame.begin(seed).finish().history().toList())
                .isEqualTo(TestGame.begin(seed).finish().history().toList());
    }

    /** Anything from anybody at any time: refused, or accepted and then folded without fail. */
    @Property(tries = 25)
    void aRefusedInputChangesNothingAndAnAcceptedOneFolds(@ForAll @LongRange(max = SEEDS) long seed) {
        Random random = new Random(seed);
        TestGame game = TestGame.begin(seed, Map.of("max-rounds", "2"), new RandomPlayers(seed));
        while (!TestGame.RULES.isOver(game.state())) {
            for (int tries = 0; tries < 5; tries++) {
                State before = game.state();
                String text = String.valueOf(before);
                Decision<Event> first = TestGame.RULES.decide(before, anything(random));
                assertThat(String.valueOf(game.state())).isEqualTo(text);
                State after = before;
                if (first instanceof Decision.Accepted<Event>(var events)) {
                    for (Event event : events) {
                        after = TestGame.RULES.apply(after, event);
                    }
                    assertThat(after).isNotEqualTo(before);
                } else {
                    assertThat(((Decision.Refused<Event>) first).reason()).isNotBlank();
                }
            }
            game.goOn();
        }
    }

    private static TestGame thoughtless(long seed) {
        return TestGame.begin(seed, Map.of("max-rounds", "4"), new RandomPlayers(seed))
                .finish();
    }

    private static Input<Command> anything(Random random) {
        Seat seat = new Seat(random.nextInt(6));
        return switch (random.nextInt(5)) {
            case 0 -> new Input.Move<>(seat, new Command.AnswerRedeal(random.nextBoolean()));
            case 1 -> new Input.Move<>(seat, new Command.Declare(random.nextInt(-3, 12)));
            case 2 -> new Input.TimeUp<>(random.nextBoolean() ? "deal" : "no-such-timer");
            case 3 -> new Input.Tick<>(random.nextInt());
            default ->
                new Input.Move<>(
                        seat,
                        new Command.PlayPieces(
                                random.ints(random.nextInt(8), -1, 10).boxed().toList()));
        };
    }
}
