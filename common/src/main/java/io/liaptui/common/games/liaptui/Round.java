package io.liaptui.common.games.liaptui;

import io.liaptui.common.ids.Seat;

/**
 * One round, from its deal on.
 *
 * @param number from 1
 * @param multiplier of all points: 1 and one more for each redeal, without a limit
 * @param starter who starts it; before the round has started, who would by what is known so far (the winner of the
 *     last turn, or who accepted a redeal), and seat {@code P1} in round 1
 */
public record Round(int number, int multiplier, Seat starter) {
    static final Round FIRST = new Round(1, 1, Seats.FIRST);

    /** A redeal was accepted in it. */
    boolean wasRedealt() {
        return multiplier > 1;
    }

    Round startedBy(Seat seat) {
        return new Round(number, multiplier, seat);
    }
}
