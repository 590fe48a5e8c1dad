package io.liaptui.common.games.liaptui;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.games.liaptui.testkit.PiecesText;
import io.liaptui.common.games.liaptui.testkit.Positions;
import io.liaptui.common.games.liaptui.testkit.TestGame;
import io.liaptui.common.ids.Seat;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlayingTest {
    private static final List<Hand> HANDS = Positions.hands("""
            B:soldier*3 R:general
            B:chariot B:horse B:cannon R:advisor
            R:soldier B:advisor R:soldier R:soldier
            R:chariot B:horse R:cannon R:horse
            """);

    private final TestGame game = TestGame.from(Positions.playing(HANDS, List.of(3, 1, 0, 0)));

    @Test
    void whatIsNotAllowedIsRefusedWithItsReason() {
        assertThat(game.refusal(1, play(0))).isEqualTo("It is not your turn to play.");
        assertThat(game.refusal(0, play())).isEqualTo("Play 1 to 6 pieces.");
        assertThat(game.refusal(0, play(0, 0))).isEqualTo("Name each piece once.");
        assertThat(game.refusal(0, play(4))).isEqualTo("You do not have that piece. You have 4.");
        assertThat(game.refusal(0, play(-1))).isEqualTo("You do not have that piece. You have 4.");
        assertThat(game.refusal(0, play(0, 3))).isEqualTo("Who starts a turn must play a valid set.");
        game.move(0, play(0, 1, 2));
        assertThat(game.refusal(0, play(0))).isEqualTo("It is not your turn to play.");
        assertThat(game.refusal(1, play(0))).isEqualTo("Play exactly 3 pieces in this turn.");
        assertThat(game.refusal(1, new Command.Declare(1))).isEqualTo("Nobody declares now.");
    }

    @Test
    void aStrongerTypeDoesNotBeatTheStartersAndTheWinnerTakesThatManyPiles() {
        game.move(0, play(0, 1, 2));
        game.move(1, play(0, 1, 2));
        game.move(2, play(0, 1, 2));
        assertThat(game.move(3, play(0, 1, 2)))
                .as("the fourth play is a step of its own")
                .hasSize(1);
        assertThat(game.begun().phase()).isInstanceOf(Phase.Revealing.class);
        assertThat(game.timer()).isEqualTo("reveal");
        assertThat(game.refusal(0, play(0))).isEqualTo("Nobody plays now.");

        assertThat(game.timeUp()).containsExactly(new Event.TurnCompleted(new Seat(0), 3));
        assertThat(game.timer()).isEqualTo("result");
        assertThat(game.timeUp()).containsExactly(new Event.TurnStarted(2, new Seat(0)));
    }

    @Test
    void theRestOfAHandKeepsItsOrder() {
        game.move(0, play(3));
        game.move(1, play(3));
        game.move(2, play(1));
        assertThat(game.begun().hand(new Seat(2)).pieces())
                .isEqualTo(PiecesText.pieces("R:soldier R:soldier R:soldier"));
        game.move(3, play(1));
        assertThat(game.begun().hand(new Seat(3))).isEqualTo(PiecesText.hand("R:chariot R:cannon R:horse"));
    }

    @Test
    void theLastTurnLeadsToThePointsAndTheNextDeal() {
        game.move(0, play(0, 1, 2));
        game.move(1, play(0, 1, 2));
        game.move(2, play(0, 1, 2));
        game.move(3, play(0, 1, 2));
        game.timeUp();
        game.timeUp();
        for (int seat = 0; seat < Seats.COUNT; seat++) {
            game.move(seat, play(0));
        }
        game.timeUp();
        assertThat(((Phase.TurnResult) game.begun().phase()).last()).isTrue();

        game.timeUp();
        assertThat(game.begun().phase().match().standings().stream().map(Standing::total))
                .as("declared 3 1 0 0, captured 4 0 0 0")
                .containsExactly(-1, -1, 3, 3);
        assertThat(game.begun().phase().match().of(new Seat(0)).turnsWon()).isEqualTo(2);
        assertThat(game.timer()).isEqualTo("scoring");

        game.timeUp();
        assertThat(game.begun().phase().round()).isEqualTo(Positions.round(2, 1, 0));
    }

    @Test
    void aTimerThatDoesNotRunAndATickChangeNothing() {
        assertThat(TestGame.RULES.decide(game.state(), new io.liaptui.common.rules.Input.TimeUp<>("deal")))
                .isEqualTo(io.liaptui.common.rules.Decision.refused("The timer deal does not run now."));
        assertThat(TestGame.RULES.decide(game.state(), new io.liaptui.common.rules.Input.Tick<>(1)))
                .isEqualTo(io.liaptui.common.rules.Decision.refused("This game does not tick."));
    }

    private static Command play(Integer... indices) {
        return new Command.PlayPieces(List.of(indices));
    }
}
