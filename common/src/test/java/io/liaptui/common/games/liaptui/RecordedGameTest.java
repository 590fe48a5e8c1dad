package io.liaptui.common.games.liaptui;

import static io.liaptui.common.games.liaptui.testkit.TextTable.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.games.liaptui.testkit.Positions;
import io.liaptui.common.games.liaptui.testkit.TestGame;
import io.liaptui.common.games.liaptui.testkit.TextTable;
import io.liaptui.common.ids.Seat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Eight rounds that were really played, scored again. Seat A started each of them. */
class RecordedGameTest {
    /** Round, multiplier, declared by seat, captured by seat, totals after it. */
    private static final String ROUNDS = """
            1 | 1 | 3,2,1,1 | 3,1,4,0 |  8,-1,-3,-1
            2 | 2 | 3,0,1,2 | 4,0,2,2 |  6, 5,-5,13
            3 | 1 | 4,1,4,1 | 5,0,2,1 |  5, 4,-7,19
            4 | 1 | 7,1,2,2 | 7,0,0,1 | 17, 3,-9,18
            5 | 1 | 5,5,0,2 | 4,1,3,0 | 16,-1,-12,16
            6 | 1 | 4,2,1,2 | 4,1,1,2 | 25,-2,-6,23
            7 | 1 | 5,1,2,2 | 5,0,2,1 | 35,-3, 1,22
            8 | 1 | 5,1,0,3 | 5,1,0,2 | 45, 3, 4,21
            """;

    private static final Seat A = new Seat(0);

    @Test
    void totalsAreThoseOfTheRecord() {
        Match match = Match.start(Positions.SETTINGS);
        for (List<String> row : TextTable.rows(ROUNDS)) {
            Round round = new Round(Integer.parseInt(row.get(0)), Integer.parseInt(row.get(1)), A);
            State scored = play(match, round, numbers(row.get(2)), numbers(row.get(3)));
            match = ((State.Begun) scored).phase().match();

            assertThat(match.standings().stream().map(Standing::total).toList())
                    .as("totals after round %d", round.number())
                    .isEqualTo(numbers(row.get(4)));
            assertThat(match.endsWith(round)).isFalse();
        }
        assertThat(match.standings().stream().map(Standing::perfectRounds).toList())
                .as("perfect rounds")
                .containsExactly(5, 1, 2, 3);
    }

    /** Declares as recorded (which must be allowed), then resolves the captured piles turn by turn. */
    private static State play(Match match, Round round, List<Integer> declared, List<Integer> captured) {
        State.Begun opened = Positions.state(
                Seats.each(seat -> Hand.EMPTY), new Phase.Declaring(match, round, new Declarations(A, List.of())));
        TestGame game = TestGame.from(opened);
        for (int seat = 0; seat < Seats.COUNT; seat++) {
            game.move(seat, new Command.Declare(declared.get(seat)));
        }
        Phase.Playing playing = (Phase.Playing) game.begun().phase();
        Tally tally = new Tally(playing.tally().declarations(), captured);
        Phase last = new Phase.TurnResult(playing.match(), round, tally, playing.turn(), A, true);
        TestGame ending = TestGame.from(Positions.state(opened.hands(), last));
        ending.timeUp();
        return ending.state();
    }
}
