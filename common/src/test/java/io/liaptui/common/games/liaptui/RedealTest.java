package io.liaptui.common.games.liaptui;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.games.liaptui.testkit.Positions;
import io.liaptui.common.games.liaptui.testkit.TestGame;
import io.liaptui.common.ids.Seat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Seats 1 and 3 hold weak hands. */
class RedealTest {
    private static final List<Hand> HANDS = Positions.hands("""
            R:general B:general R:advisor*2 B:advisor*2 R:elephant*2
            B:elephant*2 R:chariot*2 B:chariot*2 R:horse*2
            R:horse B:horse R:cannon*2 B:cannon*2 R:soldier B:advisor
            R:soldier*4 B:soldier*4
            """);

    private static final Command YES = new Command.AnswerRedeal(true);
    private static final Command NO = new Command.AnswerRedeal(false);

    @Test
    void aHandIsWeakWithoutAPieceAbove9() {
        assertThat(HANDS.stream().map(Hand::isWeak)).containsExactly(false, true, false, true);
    }

    @Test
    void allWeakPlayersAreAskedAtOnceAndAnswerOnce() {
        TestGame game = asking(Positions.round(1, 1, 0));
        assertThat(TestGame.RULES.awaited(game.state())).containsExactlyInAnyOrder(new Seat(1), new Seat(3));

        game.move(3, YES);

        assertThat(game.begun().phase()).as("no early resolution").isInstanceOf(Phase.Asking.class);
        assertThat(game.refusal(3, NO)).isEqualTo("You have answered already.");
        assertThat(game.refusal(0, YES)).isEqualTo("Only players with a weak hand can answer.");
        assertThat(TestGame.RULES.awaited(game.state())).containsExactly(new Seat(1));
    }

    @Test
    void whenAllDeclineTheRoundStartsAtOnceWithTheSameHands() {
        TestGame game = asking(Positions.round(1, 1, 0));
        game.move(1, NO);
        game.move(3, NO);

        assertThat(game.begun().hands()).isEqualTo(HANDS);
        assertThat(game.begun().phase())
                .isEqualTo(
                        new Phase.Starting(Positions.fresh(), Positions.round(1, 1, 0), StarterReason.HAS_GENERAL_RED));
    }

    @Test
    void theFirstAccepterInOrderFromTheCurrentStarterStarts() {
        TestGame fromSeat0 = asking(Positions.round(1, 1, 0));
        fromSeat0.move(3, YES);
        fromSeat0.move(1, YES);
        assertThat(fromSeat0.begun().phase().round()).isEqualTo(Positions.round(1, 2, 1));

        TestGame fromSeat2 = asking(Positions.round(5, 1, 2));
        fromSeat2.move(1, YES);
        fromSeat2.move(3, YES);
        assertThat(fromSeat2.begun().phase().round()).isEqualTo(Positions.round(5, 2, 3));
    }

    @Test
    void aRedealCollectsAllPiecesAndRaisesTheMultiplierByOne() {
        TestGame game = asking(Positions.round(2, 3, 0));
        game.move(1, YES);
        List<Event> events = game.move(3, NO);

        assertThat(events).hasSize(2);
        assertThat(game.begun().phase()).isEqualTo(new Phase.Dealing(Positions.fresh(), Positions.round(2, 4, 1)));
        assertThat(game.begun().hands().stream().flatMap(hand -> hand.pieces().stream()))
                .containsExactlyInAnyOrderElementsOf(Piece.deck());
        assertThat(game.begun().hands()).isNotEqualTo(HANDS);
    }

    @Test
    void anEarlierAccepterStaysStarterWhenTheRepeatIsDeclined() {
        TestGame game = asking(Positions.round(3, 2, 1));
        game.move(1, NO);
        game.move(3, NO);

        assertThat(game.begun().phase())
                .isEqualTo(
                        new Phase.Starting(Positions.fresh(), Positions.round(3, 2, 1), StarterReason.ACCEPTED_REDEAL));
    }

    @Test
    void silenceIsWarnedOnceAndThenCountsAsDecline() {
        TestGame game = asking(Positions.round(1, 1, 0));
        game.move(3, NO);
        assertThat(game.timer()).isEqualTo("redeal-warning");
        assertThat(game.timeUp()).containsExactly(new Event.RedealWarned());
        assertThat(game.timer()).isEqualTo("redeal-limit");

        assertThat(game.timeUp())
                .containsExactly(
                        new Event.RedealLapsed(List.of(new Seat(1))),
                        new Event.RoundStarted(new Seat(0), StarterReason.HAS_GENERAL_RED));
    }

    @Test
    void anAcceptedRedealHappensWhenTheOthersStaySilent() {
        TestGame game = asking(Positions.round(1, 1, 0));
        game.move(3, YES);
        game.timeUp();
        game.timeUp();
        assertThat(game.begun().phase().round()).isEqualTo(Positions.round(1, 2, 3));
    }

    @Test
    void aRedealWithoutWeakHandsIsShownLonger() {
        List<Hand> strong = Seats.each(seat -> HANDS.getFirst());
        assertThat(timer(Positions.round(1, 1, 0), strong)).isEqualTo("deal");
        assertThat(timer(Positions.round(1, 2, 0), strong)).isEqualTo("redealt");
        assertThat(timer(Positions.round(1, 2, 0), HANDS)).isEqualTo("deal");
    }

    private static String timer(Round round, List<Hand> hands) {
        return TestGame.from(Positions.dealing(round, hands)).timer();
    }

    private static TestGame asking(Round round) {
        TestGame game = TestGame.from(Positions.dealing(round, HANDS));
        assertThat(game.timeUp()).containsExactly(new Event.WeakHandsFound(List.of(new Seat(1), new Seat(3))));
        return game;
    }
}
