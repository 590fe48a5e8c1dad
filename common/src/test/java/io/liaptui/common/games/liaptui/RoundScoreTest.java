package io.liaptui.common.games.liaptui;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.games.liaptui.testkit.TextTable;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoundScoreTest {
    /** Declared, captured, multiplier; points, hit value, bonus, counts as perfect. */
    private static final String SCORES = """
            3 | 3 | 1 |   8 |  3 | 5 | true
            8 | 8 | 1 |  13 |  8 | 5 | true
            0 | 0 | 2 |   6 |  0 | 3 | false
            0 | 0 | 1 |   3 |  0 | 3 | false
            0 | 3 | 1 |  -3 | -3 | 0 | false
            0 | 2 | 4 |  -8 | -2 | 0 | false
            2 | 7 | 1 |  -5 | -5 | 0 | false
            5 | 1 | 3 | -12 | -4 | 0 | false
            2 | 2 | 2 |  14 |  2 | 5 | true
            1 | 1 | 5 |  30 |  1 | 5 | true
            """;

    @Test
    void pointsAreThoseOfTheTable() {
        for (List<String> row : TextTable.rows(SCORES)) {
            List<Integer> numbers =
                    row.subList(0, 6).stream().map(Integer::valueOf).toList();
            RoundScore score = new RoundScore(numbers.get(0), numbers.get(1), numbers.get(2));
            assertThat(score.points()).as("%s", row).isEqualTo(numbers.get(3));
            assertThat(score.hitValue()).as("%s", row).isEqualTo(numbers.get(4));
            assertThat(score.bonus()).as("%s", row).isEqualTo(numbers.get(5));
            assertThat(score.isPerfect()).as("%s", row).isEqualTo(Boolean.parseBoolean(row.get(6)));
        }
    }
}
