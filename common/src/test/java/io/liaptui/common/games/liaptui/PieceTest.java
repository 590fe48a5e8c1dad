package io.liaptui.common.games.liaptui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liaptui.common.games.liaptui.testkit.TextTable;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PieceTest {
    private static final String PIECES = """
            GENERAL  | 14 | 13 | 1
            ADVISOR  | 12 | 11 | 2
            ELEPHANT | 10 |  9 | 2
            CHARIOT  |  8 |  7 | 2
            HORSE    |  6 |  5 | 2
            CANNON   |  4 |  3 | 2
            SOLDIER  |  2 |  1 | 5
            """;

    @Test
    void everyKindHasItsValueAndNumber() {
        for (List<String> row : TextTable.rows(PIECES)) {
            Piece red = Piece.valueOf(row.get(0) + "_RED");
            Piece black = Piece.valueOf(row.get(0) + "_BLACK");
            assertThat(red.text()).isEqualTo(row.get(0) + "_RED(" + row.get(1) + ")");
            assertThat(black.text()).isEqualTo(row.get(0) + "_BLACK(" + row.get(2) + ")");
            int copies = Integer.parseInt(row.get(3));
            assertThat(Collections.frequency(Piece.deck(), red)).isEqualTo(copies);
            assertThat(Collections.frequency(Piece.deck(), black)).isEqualTo(copies);
        }
    }

    @Test
    void theDeckHas32PiecesWorth192AndEightStrongOnes() {
        assertThat(Piece.deck()).hasSize(32);
        assertThat(Piece.sum(Piece.deck())).isEqualTo(192);
        assertThat(Piece.deck().stream().filter(Piece::isStrong)).hasSize(8);
        assertThat(Piece.ELEPHANT_BLACK.isStrong()).isFalse();
    }

    @Test
    void textIsReadBackAndAnythingElseRefused() {
        for (Piece piece : Piece.values()) {
            assertThat(Piece.parse(piece.text())).isEqualTo(piece);
            assertThat(piece.text()).matches("^[A-Z]+_(RED|BLACK)\\(\\d+\\)$");
        }
        assertThatThrownBy(() -> Piece.parse("HORSE_RED(5)")).isInstanceOf(IllegalArgumentException.class);
    }
}
