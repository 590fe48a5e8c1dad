package io.liaptui.common.games.liaptui.bots;

import io.liaptui.common.games.liaptui.Match;
import io.liaptui.common.games.liaptui.Seats;

/** Whether a bot with a weak hand wants a redeal: usually, less so when it leads clearly and late. */
final class RedealWish {
    private static final double USUALLY = 0.8;
    private static final double WHEN_AHEAD = 0.4;
    private static final int LATE = 10;
    private static final int CLEAR_LEAD = 10;

    private RedealWish() {}

    static boolean accepts(Sight sight) {
        return sight.dice().roll("redeal") < (isLateAndAhead(sight) ? WHEN_AHEAD : USUALLY);
    }

    private static boolean isLateAndAhead(Sight sight) {
        Match match = sight.phase().match();
        int mine = match.of(sight.seat()).total();
        return sight.phase().round().number() > LATE
                && Seats.all().stream()
                        .filter(seat -> !seat.equals(sight.seat()))
                        .allMatch(seat -> mine - match.of(seat).total() > CLEAR_LEAD);
    }
}
