package io.liaptui.common.games.liaptui;

import io.liaptui.common.ids.Seat;
import java.util.List;

/** Who starts a round, and why. */
record Starter(Seat seat, StarterReason reason) {
    /** The first rule that names somebody: redeal, red general in round 1, winner of the last turn. */
    static Starter of(Round round, List<Hand> hands) {
        if (round.wasRedealt()) {
            return new Starter(round.starter(), StarterReason.ACCEPTED_REDEAL);
        }
        if (round.number() > 1) {
            return new Starter(round.starter(), StarterReason.WON_LAST_TURN);
        }
        return Seats.all().stream()
                .filter(seat -> hands.get(seat.index()).pieces().contains(Piece.GENERAL_RED))
                .findFirst()
                .map(seat -> new Starter(seat, StarterReason.HAS_GENERAL_RED))
                .orElse(new Starter(Seats.FIRST, StarterReason.DEFAULT));
    }
}
