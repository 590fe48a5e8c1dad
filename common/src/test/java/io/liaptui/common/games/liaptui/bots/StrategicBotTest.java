package io.liaptui.common.games.liaptui.bots;

import static io.liaptui.common.games.liaptui.testkit.TextTable.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.games.liaptui.Command;
import io.liaptui.common.games.liaptui.Declarations;
import io.liaptui.common.games.liaptui.Hand;
import io.liaptui.common.games.liaptui.Phase;
import io.liaptui.common.games.liaptui.Seats;
import io.liaptui.common.games.liaptui.State;
import io.liaptui.common.games.liaptui.testkit.PiecesText;
import io.liaptui.common.games.liaptui.testkit.Positions;
import io.liaptui.common.games.liaptui.testkit.TestGame;
import io.liaptui.common.games.liaptui.testkit.TextTable;
import io.liaptui.common.ids.Seat;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StrategicBotTest {
    /** Declared before, hand, what the bot declares. */
    private static final String DECLARATIONS = """
                  | R:general R:advisor B:horse R:horse R:cannon B:cannon R:soldier B:soldier             | 2
                  | B:soldier*5 R:soldier R:cannon B:horse                                                | 0
                  | R:general R:soldier*4 B:horse B:cannon B:soldier                                      | 5
                  | R:general R:advisor R:elephant B:horse B:cannon R:cannon B:soldier R:soldier          | 3
            4     | R:general R:advisor R:elephant B:horse B:cannon R:cannon B:soldier R:soldier          | 3
            0     | R:chariot B:chariot R:elephant R:soldier B:soldier*2 B:cannon R:cannon                | 1
            3     | R:chariot B:chariot R:elephant R:soldier B:soldier*2 B:cannon R:cannon                | 0
            3,3,2 | B:soldier*5 R:soldier R:cannon B:horse                                                | 1
            2,2,2 | R:general R:advisor B:horse R:horse R:cannon B:cannon R:soldier B:soldier             | 1
                  | B:elephant*2 R:soldier B:soldier B:horse R:cannon B:cannon R:horse                    | 2
            """;

    /** Declared by the bot, its hand, what lies on the table, what it plays. */
    private static final String PLAYS = """
            0 | R:general B:soldier R:horse                          |                              | B:soldier
            3 | R:soldier*3 B:horse                                  |                              | R:soldier*3
            3 | R:general R:soldier*3 B:horse                        |                              | R:soldier*3
            8 | R:general B:horse R:horse B:soldier                  | B:soldier                    | R:general
            1 | R:advisor B:horse*2 R:soldier                        | B:chariot*2                  | B:horse R:soldier
            """;

    private final LiapTuiBots bots = new LiapTuiBots();

    @Test
    void declarationsFollowOpenersSetsAndTheOthersStrength() {
        for (List<String> row : TextTable.rows(DECLARATIONS)) {
            List<Integer> made = numbers(row.get(0));
            List<Hand> hands = new ArrayList<>(Seats.each(seat -> Hand.EMPTY));
            hands.set(made.size(), PiecesText.hand(row.get(1)));
            State state = Positions.state(
                    hands,
                    new Phase.Declaring(
                            Positions.fresh(), Positions.round(1, 1, 0), new Declarations(new Seat(0), made)));
            assertThat(bots.choose(state, new Seat(made.size())))
                    .as("%s", row)
                    .isEqualTo(new Command.Declare(Integer.parseInt(row.get(2))));
        }
    }

    @Test
    void playsFollowThePlan() {
        for (List<String> row : TextTable.rows(PLAYS)) {
            Hand mine = PiecesText.hand(row.get(1));
            boolean leads = row.get(2).isEmpty();
            Hand leader = leads ? mine : PiecesText.hand(row.get(2));
            int declared = Integer.parseInt(row.get(0));
            TestGame game = TestGame.from(Positions.playing(
                    List.of(leader, mine, mine, mine), List.of(declared, declared, declared, declared)));
            if (!leads) {
                game.move(
                        0,
                        new Command.PlayPieces(java.util.stream.IntStream.range(0, leader.size())
                                .boxed()
                                .toList()));
            }
            Command command = bots.choose(game.state(), new Seat(leads ? 0 : 1));
            assertThat(mine.at(((Command.PlayPieces) command).indices()))
                    .as("%s", row)
                    .containsExactlyInAnyOrderElementsOf(PiecesText.pieces(row.get(3)));
        }
    }

    @Test
    void anOverlongTurnIsLeftToOthersWithoutFormingASet() {
        Hand pairs = PiecesText.hand("B:horse*2 R:horse*2");
        TestGame game = TestGame.from(
                Positions.playing(List.of(PiecesText.hand("B:chariot*2"), pairs, pairs, pairs), List.of(2, 0, 0, 0)));
        game.move(0, new Command.PlayPieces(List.of(0, 1)));
        Command.PlayPieces play = (Command.PlayPieces) bots.choose(game.state(), new Seat(1));
        assertThat(pairs.at(play.indices())).doesNotHaveDuplicates();
    }

    @Test
    void aBotDoesNotLookIntoOtherHands() {
        Hand mine = PiecesText.hand("R:general R:soldier*3 B:horse B:cannon B:soldier*2");
        Hand strong = PiecesText.hand("R:advisor*2 B:advisor*2 R:elephant*2 B:elephant*2");
        Hand low = PiecesText.hand("R:horse*2 R:cannon*2 R:chariot*2 B:chariot*2");
        State against = Positions.playing(List.of(mine, strong, low, low), List.of(4, 1, 1, 1));
        State other = Positions.playing(List.of(mine, low, low, strong), List.of(4, 1, 1, 1));
        assertThat(bots.choose(against, new Seat(0))).isEqualTo(bots.choose(other, new Seat(0)));
    }

    @Test
    void weakHandsAreRedealtInAboutFourOfFiveCases() {
        Hand weak = PiecesText.hand("B:soldier*5 R:soldier R:cannon B:horse");
        int accepted = 0;
        for (int seed = 0; seed < 1000; seed++) {
            TestGame game = TestGame.from(new State.Begun(
                    io.liaptui.common.rules.Chance.of(TestGame.seed(seed)),
                    List.of(weak, weak, weak, weak),
                    new Phase.Dealing(Positions.fresh(), Positions.round(1, 1, 0))));
            game.timeUp();
            accepted += bots.choose(game.state(), new Seat(1)).equals(new Command.AnswerRedeal(true)) ? 1 : 0;
            assertThat(bots.pondering(game.state(), new Seat(1))).isBetween(0.0, 1.0);
        }
        assertThat(accepted).isBetween(760, 840);
    }
}
