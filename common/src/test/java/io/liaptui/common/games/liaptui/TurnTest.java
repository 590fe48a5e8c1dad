package io.liaptui.common.games.liaptui;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.games.liaptui.testkit.PiecesText;
import io.liaptui.common.games.liaptui.testkit.TextTable;
import io.liaptui.common.ids.Seat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Turns of the recorded game and of a measured one; seats are 0 to 3 for A, B2, B3 and B4. */
class TurnTest {
    /**
     * Name, starter, four plays in order of play, winner, piles. Where the record tells only that a play was invalid and
     * its sum, the pieces are others of the same sum.
     */
    private static final String TURNS = """
            R1T1 | 0 | R:general R:advisor R:elephant | R:soldier*3  | B:chariot B:cannon B:soldier    | B:soldier*2 R:soldier                  | 0 | 3
            R2T1 | 0 | R:chariot                      | B:soldier    | R:advisor                       | R:advisor                              | 2 | 1
            R4T1 | 0 | B:soldier*4                    | R:soldier*3 B:soldier | B:horse*2 B:cannon*2    | R:soldier*2 R:horse R:cannon           | 0 | 4
            R5T3 | 0 | B:chariot B:horse B:cannon     | R:soldier*3  | R:chariot R:horse R:cannon      | B:soldier*2 R:soldier                  | 2 | 3
            R6T2 | 2 | B:soldier                      | B:advisor    | B:chariot                       | B:advisor                              | 3 | 1
            R7T1 | 0 | R:chariot R:horse*2 R:cannon   | B:soldier*3 R:soldier | B:cannon*2 B:soldier R:soldier | B:horse*2 B:cannon*2            | 0 | 4
            R3T5 | 0 | R:soldier*2                    | R:soldier B:soldier | R:horse B:cannon         | B:cannon R:soldier                     | 0 | 2
            L    | 0 | B:soldier*3                    | B:chariot B:horse B:cannon | R:horse R:cannon B:soldier | R:soldier*2 B:soldier          | 0 | 3
            ext  | 1 | B:chariot*2 B:horse B:cannon   | B:chariot B:horse*2 B:cannon | R:chariot R:horse R:cannon*2 | R:soldier*4              | 3 | 4
            """;

    @Test
    void theStrongestPlayOfTheStartersTypeWinsAndOfEqualOnesTheEarliest() {
        for (List<String> row : TextTable.rows(TURNS)) {
            Seat starter = new Seat(Integer.parseInt(row.get(1)));
            Turn turn = new Turn(1, starter, List.of());
            for (int play = 0; play < Seats.COUNT; play++) {
                turn = turn.and(new Play(turn.next(), PiecesText.pieces(row.get(2 + play))));
            }
            Play best = turn.best();
            assertThat(best.seat().index()).as(row.get(0)).isEqualTo(Integer.parseInt(row.get(6)));
            assertThat(best.pieces()).as(row.get(0)).hasSize(Integer.parseInt(row.get(7)));
        }
    }

    @Test
    void invalidPlaysOfTheRecordAreInvalidHereToo() {
        assertThat(sum("B:chariot B:cannon B:soldier")).isEqualTo(11);
        assertThat(sum("B:soldier*2 R:soldier")).isEqualTo(4);
        assertThat(sum("R:soldier*3 B:soldier")).isEqualTo(7);
        assertThat(sum("B:horse*2 B:cannon*2")).isEqualTo(16);
        assertThat(sum("R:soldier*2 R:horse R:cannon")).isEqualTo(14);
        assertThat(sum("R:soldier B:soldier")).isEqualTo(3);
        assertThat(sum("R:horse B:cannon")).isEqualTo(9);
        assertThat(sum("B:cannon R:soldier")).isEqualTo(5);
    }

    private static int sum(String text) {
        List<Piece> pieces = PiecesText.pieces(text);
        assertThat(Combination.of(pieces).isValid()).as(text).isFalse();
        return Piece.sum(pieces);
    }
}
