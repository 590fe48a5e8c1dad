package io.liaptui.common.games.liaptui;

import static io.liaptui.common.games.liaptui.testkit.TextTable.numbers;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liaptui.common.games.liaptui.testkit.Positions;
import io.liaptui.common.games.liaptui.testkit.TestGame;
import io.liaptui.common.games.liaptui.testkit.TextTable;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.rules.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EndOfGameTest {
    /** Round, max rounds, totals; winners (none: the game goes on), seats by rank. */
    private static final String ENDS = """
             9 | 20 | 51,10,20,30 | 0       | 0,3,2,1
             9 | 20 | 50,50,49,50 | 0,1,3   | 0,1,3,2
             9 | 20 | 50,59,10,59 | 1,3     | 1,3,0,2
             9 | 20 | 49,49,49,49 |         | 0,1,2,3
            20 | 20 | 49,-5,49,10 | 0,2     | 0,2,3,1
            19 | 20 | 49,-5,49,10 |         | 0,2,3,1
            20 |  0 | 49,-5,49,10 |         | 0,2,3,1
             3 |  3 | -9,-5,-7,-5 | 1,3     | 1,3,2,0
             1 | 20 | -9,-5,50,-5 | 2       | 2,1,3,0
            """;

    @Test
    void theGameEndsAt50PointsOrAtTheLastRoundAndTheHighestWin() {
        for (List<String> row : TextTable.rows(ENDS)) {
            Settings settings = new Settings(Integer.parseInt(row.get(1)), BotLevel.BASIC);
            Match match =
                    new Match(settings, Positions.match(numbers(row.get(2))).standings());
            TestGame game = scored(match, Integer.parseInt(row.get(0)));

            List<Event> events = game.timeUp();

            List<Seat> winners = numbers(row.get(3)).stream().map(Seat::new).toList();
            assertThat(TestGame.RULES.isOver(game.state())).as("%s", row).isEqualTo(!winners.isEmpty());
            if (!winners.isEmpty()) {
                assertThat(events).as("%s", row).containsExactly(new Event.GameEnded(winners));
            }
            assertThat(match.ranking().stream().map(Seat::index).toList())
                    .as("%s", row)
                    .isEqualTo(numbers(row.get(4)));
        }
    }

    @Test
    void nothingHappensAfterTheEnd() {
        TestGame game = scored(Positions.match(List.of(60, 0, 0, 0)), 5);
        game.timeUp();
        assertThat(TestGame.RULES.awaited(game.state())).isEmpty();
        assertThat(TestGame.RULES.pace(game.state())).isEqualTo(new io.liaptui.common.rules.Pace.Waiting());
        assertThat(game.refusal(0, new Command.Declare(1))).isEqualTo("Nobody declares now.");
    }

    @Test
    void theNextRoundKeepsTotalsAndStreaksAndBeginsWithMultiplier1() {
        Match match = new Match(Positions.SETTINGS, Seats.each(seat -> new Standing(seat, 2, seat, seat)));
        TestGame game = scored(match, 5);
        game.timeUp();
        assertThat(game.begun().phase()).isEqualTo(new Phase.Dealing(match, Positions.round(6, 1, 2)));
        assertThat(game.timer()).isEqualTo("deal");
    }

    @Test
    void senselessTablesAreRefusedWithWhatToDo() {
        assertThat(Settings.from(Map.of())).isEqualTo(new Settings(20, BotLevel.STRATEGIC));
        assertThat(Settings.from(Map.of("max-rounds", "0", "bots", "basic")))
                .isEqualTo(new Settings(0, BotLevel.BASIC));
        assertThatThrownBy(() -> Settings.from(Map.of("max-rounds", "many"))).hasMessageContaining("whole number");
        assertThatThrownBy(() -> Settings.from(Map.of("max-rounds", "-1"))).hasMessageContaining("whole number");
        assertThatThrownBy(() -> Settings.from(Map.of("bots", "clever"))).hasMessageContaining("basic or strategic");
        assertThatThrownBy(() -> TestGame.RULES.begin(new Table(3, TestGame.seed(1), Map.of())))
                .hasMessageContaining("played by 4");
    }

    private static TestGame scored(Match match, int round) {
        Tally tally = new Tally(new Declarations(new Seat(0), List.of(1, 1, 1, 1)), List.of(8, 0, 0, 0));
        return TestGame.from(Positions.state(
                Seats.each(seat -> Hand.EMPTY),
                new Phase.Scored(match, Positions.round(round, 4, 0), tally, new Seat(2), tally.scores(4))));
    }
}
