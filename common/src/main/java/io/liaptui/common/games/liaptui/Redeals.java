package io.liaptui.common.games.liaptui;

import io.liaptui.common.ids.Seat;
import java.util.List;

/** What comes of the answers of players with weak hands. */
final class Redeals {
    private Redeals() {}

    static List<Seat> weak(State.Begun state) {
        return Seats.all().stream().filter(seat -> state.hand(seat).isWeak()).toList();
    }

    /** A new deal if anybody wants it, started by the first of them in order; missing answers count as no. */
    static Event resolve(State.Begun state, Phase.Asking asking) {
        Round round = asking.round();
        for (Seat seat : Seats.from(round.starter())) {
            if (asking.answers().getOrDefault(seat, false)) {
                Deal deal = Deal.from(state.chance());
                return new Event.Redealt(seat, round.multiplier() + 1, deal.hands(), deal.next());
            }
        }
        return start(state, round);
    }

    static Event start(State.Begun state, Round round) {
        Starter starter = Starter.of(round, state.hands());
        return new Event.RoundStarted(starter.seat(), starter.reason());
    }
}
