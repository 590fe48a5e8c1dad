package io.liaptui.common.games.liaptui;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.games.liaptui.testkit.TestGame;
import io.liaptui.common.rules.Chance;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DealTest {
    private static final int DEALS = 4000;

    /** The probabilities of the specification; the seed is fixed, so the numbers are always the same. */
    @Test
    void weakHandsAreAsRareAsTheyShouldBe() {
        Chance chance = Chance.of(TestGame.seed(1));
        int hands = 0;
        int deals = 0;
        for (int i = 0; i < DEALS; i++) {
            Deal deal = Deal.from(chance);
            chance = deal.next();
            long weak = deal.hands().stream().filter(Hand::isWeak).count();
            hands += (int) weak;
            deals += weak > 0 ? 1 : 0;
        }
        assertThat(hands / (4.0 * DEALS)).isCloseTo(0.070, Offset.offset(0.006));
        assertThat((double) deals / DEALS).isCloseTo(0.27, Offset.offset(0.02));
    }

    @Test
    void everyPieceComesToEverySeatEquallyOften() {
        Chance chance = Chance.of(TestGame.seed(2));
        int[] generalAt = new int[Seats.COUNT];
        for (int i = 0; i < DEALS; i++) {
            Deal deal = Deal.from(chance);
            chance = deal.next();
            generalAt[Starter.of(Round.FIRST, deal.hands()).seat().index()]++;
        }
        for (int count : generalAt) {
            assertThat(count / (double) DEALS).isCloseTo(0.25, Offset.offset(0.025));
        }
    }
}
