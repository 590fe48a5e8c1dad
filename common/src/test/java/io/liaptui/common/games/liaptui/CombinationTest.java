package io.liaptui.common.games.liaptui;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.games.liaptui.testkit.PiecesText;
import io.liaptui.common.games.liaptui.testkit.TextTable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CombinationTest {
    /** Pieces, type, what is compared, plain sum. */
    private static final String SETS = """
            R:general                                     | SINGLE              | 14 | 14
            B:soldier                                     | SINGLE              |  1 |  1
            R:advisor*2                                   | PAIR                | 24 | 24
            R:soldier*2                                   | PAIR                |  4 |  4
            R:soldier*3                                   | THREE_OF_A_KIND     |  6 |  6
            B:soldier*3                                   | THREE_OF_A_KIND     |  3 |  3
            R:general R:advisor R:elephant                | STRAIGHT            | 36 | 36
            B:general B:advisor B:elephant                | STRAIGHT            | 33 | 33
            R:chariot R:horse R:cannon                    | STRAIGHT            | 18 | 18
            B:chariot B:horse B:cannon                    | STRAIGHT            | 15 | 15
            R:soldier*4                                   | FOUR_OF_A_KIND      |  8 |  8
            B:soldier*4                                   | FOUR_OF_A_KIND      |  4 |  4
            R:general R:advisor*2 R:elephant              | EXTENDED_STRAIGHT   | 36 | 48
            B:general B:advisor B:elephant*2              | EXTENDED_STRAIGHT   | 33 | 42
            R:chariot R:horse*2 R:cannon                  | EXTENDED_STRAIGHT   | 18 | 24
            B:chariot*2 B:horse B:cannon                  | EXTENDED_STRAIGHT   | 15 | 22
            R:soldier*5                                   | FIVE_OF_A_KIND      | 10 | 10
            B:soldier*5                                   | FIVE_OF_A_KIND      |  5 |  5
            R:general R:advisor*2 R:elephant*2            | EXTENDED_STRAIGHT_5 | 36 | 58
            B:chariot*2 B:horse*2 B:cannon                | EXTENDED_STRAIGHT_5 | 15 | 27
            R:chariot*2 R:horse R:cannon*2                | EXTENDED_STRAIGHT_5 | 18 | 30
            R:chariot*2 R:horse*2 R:cannon*2              | DOUBLE_STRAIGHT     | 36 | 36
            B:chariot*2 B:horse*2 B:cannon*2              | DOUBLE_STRAIGHT     | 30 | 30
            R:soldier*2 B:soldier                         | INVALID             |  0 |  5
            R:chariot B:horse R:cannon                    | INVALID             |  0 | 17
            R:advisor*2 R:elephant*2                      | INVALID             |  0 | 44
            B:horse*2 B:cannon*2                          | INVALID             |  0 | 16
            R:advisor B:advisor                           | INVALID             |  0 | 23
            R:general R:advisor                           | INVALID             |  0 | 26
            R:elephant R:chariot R:horse                  | INVALID             |  0 | 24
            R:horse R:cannon R:soldier                    | INVALID             |  0 | 12
            R:soldier*4 R:cannon                          | INVALID             |  0 | 12
            R:chariot R:horse R:cannon R:soldier          | INVALID             |  0 | 20
            R:soldier*5 B:soldier                         | INVALID             |  0 | 11
            """;

    @Test
    void everySetIsWhatTheTableSaysInWhateverOrder() {
        Random random = new Random(1);
        for (List<String> row : TextTable.rows(SETS)) {
            List<Piece> pieces = new ArrayList<>(PiecesText.pieces(row.get(0)));
            for (int order = 0; order < 10; order++) {
                Combination combination = Combination.of(pieces);
                assertThat(combination)
                        .as(row.get(0))
                        .isEqualTo(new Combination(PlayType.valueOf(row.get(1)), Integer.parseInt(row.get(2))));
                assertThat(Piece.sum(pieces)).as(row.get(0)).isEqualTo(Integer.parseInt(row.get(3)));
                Collections.shuffle(pieces, random);
            }
        }
    }
}
