package io.liaptui.common.games.liaptui;

import static io.liaptui.common.games.liaptui.testkit.TextTable.numbers;
import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.games.liaptui.testkit.Positions;
import io.liaptui.common.games.liaptui.testkit.TestGame;
import io.liaptui.common.games.liaptui.testkit.TextTable;
import io.liaptui.common.ids.Seat;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DeclarationsTest {
    /** Declared so far, zeros in a row of the next one, what is forbidden to it. */
    private static final String FORBIDDEN = """
                  | 0 |
                  | 1 |
                  | 2 | 0
                  | 3 | 0
            8     | 0 |
            4,4   | 0 |
            1,2,3 | 0 | 2
            0,0,0 | 0 | 8
            0,0,0 | 2 | 0,8
            3,3,2 | 0 | 0
            3,3,2 | 2 | 0
            3,3,3 | 0 |
            8,8,8 | 0 |
            8,8,8 | 2 | 0
            2,2,3 | 2 | 0,1
            """;

    @Test
    void bothRestrictionsAreEnforced() {
        for (List<String> row : TextTable.rows(FORBIDDEN + "\n")) {
            List<Integer> forbidden = row.size() > 2 ? numbers(row.get(2)) : List.of();
            TestGame game = TestGame.from(declaring(numbers(row.get(0)), Integer.parseInt(row.get(1))));
            int seat = numbers(row.get(0)).size();
            Phase.Declaring declaring = (Phase.Declaring) game.begun().phase();
            List<Integer> expected = IntStream.rangeClosed(0, 8)
                    .filter(value -> !forbidden.contains(value))
                    .boxed()
                    .toList();

            assertThat(declaring.declarations().allowed(declaring.match().of(new Seat(seat))))
                    .as("%s", row)
                    .isEqualTo(expected);
            for (int value : forbidden) {
                assertThat(game.refusal(seat, new Command.Declare(value)))
                        .as("%s", row)
                        .isNotBlank();
            }
            for (int value : expected) {
                TestGame.from(game.state()).move(seat, new Command.Declare(value));
            }
        }
    }

    @Test
    void onlyWhoseTurnItIsMayDeclareAndOnlyFrom0To8() {
        TestGame game = TestGame.from(declaring(List.of(3), 0));
        assertThat(game.refusal(0, new Command.Declare(2))).isEqualTo("It is not your turn to declare.");
        assertThat(game.refusal(2, new Command.Declare(2))).isEqualTo("It is not your turn to declare.");
        assertThat(game.refusal(1, new Command.Declare(9))).isEqualTo("Declare a number from 0 to 8.");
        assertThat(game.refusal(1, new Command.Declare(-1))).isEqualTo("Declare a number from 0 to 8.");
        assertThat(game.refusal(4, new Command.Declare(1))).isEqualTo("There is no such seat at this table.");
        assertThat(game.refusal(1, new Command.PlayPieces(List.of(0)))).isEqualTo("Nobody plays now.");
        assertThat(game.refusal(1, new Command.AnswerRedeal(true))).isEqualTo("No redeal is asked for now.");
    }

    @Test
    void aZeroLengthensTheStreakAndAnythingElseEndsIt() {
        TestGame game = TestGame.from(declaring(List.of(), 1));
        game.move(0, new Command.Declare(0));
        game.move(1, new Command.Declare(4));
        assertThat(game.begun().phase().match().standings().stream().map(Standing::zeroStreak))
                .containsExactly(2, 0, 1, 1);
    }

    private static State.Begun declaring(List<Integer> made, int zeroStreak) {
        Match match = new Match(Positions.SETTINGS, Seats.each(seat -> new Standing(0, zeroStreak, 0, 0)));
        return Positions.state(
                Seats.each(seat -> Hand.EMPTY),
                new Phase.Declaring(match, Positions.round(3, 1, 0), new Declarations(new Seat(0), made)));
    }
}
