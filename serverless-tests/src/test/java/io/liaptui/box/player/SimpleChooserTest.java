package io.liaptui.box.player;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimpleChooserTest {
    private final SimpleChooser chooser = new SimpleChooser();

    @ParameterizedTest
    @CsvSource({
        "S2 S2 S1, INVALID",
        "C8 H5 K4, INVALID",
        "A12 A12 E10 E10, INVALID",
        "H6 H6 K4 K4, INVALID",
        "S1, SINGLE",
        "H6 H6, PAIR",
        "S2 S2 S2, THREE_OF_A_KIND",
        "G14 A12 E10, STRAIGHT",
        "C7 H5 K3, STRAIGHT",
        "S1 S1 S1 S1, FOUR_OF_A_KIND",
        "C8 H6 H6 K4, EXTENDED_STRAIGHT",
        "S1 S1 S1 S1 S1, FIVE_OF_A_KIND",
        "G14 A12 A12 E10 E10, EXTENDED_STRAIGHT_5",
        "C8 C8 H6 H6 K4 K4, DOUBLE_STRAIGHT",
    })
    void setsAreNamedAsInTheRules(String pieces, PlayType type) {
        assertThat(PlayType.of(hand(pieces).stream().map(Piece::parse).toList()))
                .isEqualTo(type);
    }

    @Test
    void theLeaderPlaysItsLongestSet() {
        assertThat(chooser.play(hand("S1 C8 G13 H6 S2 K4 A12 A12"), 0)).containsExactly(1, 3, 5);
    }

    @Test
    void aFollowerWithoutASetGivesItsLowestPieces() {
        assertThat(chooser.play(hand("C8 S1 G13 K3"), 2)).containsExactly(1, 3);
    }

    @Test
    void aForbiddenDeclarationIsAvoided() {
        assertThat(chooser.declare(hand("G14 A12 S1"), Set.of())).isEqualTo(2);
        assertThat(chooser.declare(hand("G14 A12 S1"), Set.of(2))).isIn(1, 3);
        assertThat(chooser.declare(hand("S1 S1 S1"), Set.of(0))).isEqualTo(1);
    }

    /** {@code G14} is the red general; K is the cannon; even values are red. */
    private static List<String> hand(String text) {
        return Arrays.stream(text.split(" "))
                .map(piece -> switch (piece.charAt(0)) {
                            case 'G' -> "GENERAL";
                            case 'A' -> "ADVISOR";
                            case 'E' -> "ELEPHANT";
                            case 'C' -> "CHARIOT";
                            case 'H' -> "HORSE";
                            case 'K' -> "CANNON";
                            default -> "SOLDIER";
                        }
                        + (Integer.parseInt(piece.substring(1)) % 2 == 0 ? "_RED(" : "_BLACK(")
                        + piece.substring(1)
                        + ")")
                .toList();
    }
}
