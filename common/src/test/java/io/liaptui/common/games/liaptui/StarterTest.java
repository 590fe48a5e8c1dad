package io.liaptui.common.games.liaptui;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.games.liaptui.testkit.Positions;
import io.liaptui.common.ids.Seat;
import java.util.List;
import org.junit.jupiter.api.Test;

class StarterTest {
    private static final List<Hand> GENERAL_AT_2 = Positions.hands("""
            B:soldier
            R:horse
            B:general R:general
            B:cannon
            """);

    @Test
    void inRound1TheRedGeneralStarts() {
        assertStarter(Positions.round(1, 1, 0), 2, StarterReason.HAS_GENERAL_RED);
    }

    @Test
    void whoAcceptedARedealStartsBeforeAnyOtherReason() {
        assertStarter(Positions.round(1, 2, 3), 3, StarterReason.ACCEPTED_REDEAL);
        assertStarter(Positions.round(4, 3, 1), 1, StarterReason.ACCEPTED_REDEAL);
    }

    @Test
    void laterTheWinnerOfTheLastTurnStarts() {
        assertStarter(Positions.round(2, 1, 1), 1, StarterReason.WON_LAST_TURN);
    }

    @Test
    void withoutAnyReasonTheFirstSeatStarts() {
        List<Hand> nobody = Seats.each(seat -> Hand.EMPTY);
        assertThat(Starter.of(Positions.round(1, 1, 0), nobody))
                .isEqualTo(new Starter(new Seat(0), StarterReason.DEFAULT));
    }

    @Test
    void reasonsAreWrittenAsTheClientReadsThem() {
        for (StarterReason reason : StarterReason.values()) {
            assertThat(StarterReason.parse(reason.text())).isEqualTo(reason);
        }
        assertThat(StarterReason.HAS_GENERAL_RED.text()).isEqualTo("has_general_red");
    }

    private static void assertStarter(Round round, int seat, StarterReason reason) {
        assertThat(Starter.of(round, GENERAL_AT_2)).isEqualTo(new Starter(new Seat(seat), reason));
    }
}
