package io.liaptui.common.games.liaptui.bots;

import io.liaptui.common.games.liaptui.Hand;
import io.liaptui.common.games.liaptui.OwnView;
import io.liaptui.common.games.liaptui.Phase;
import io.liaptui.common.games.liaptui.SharedView;
import io.liaptui.common.games.liaptui.State;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.rules.Chance;

/** What a bot knows: the views of its seat, and dice of its own. Other hands are not in reach. */
record Sight(SharedView shared, OwnView own, Dice dice) {
    static Sight of(State.Begun state, Seat seat) {
        Chance chance = state.chance();
        return new Sight(state.shared(), state.own(seat), purpose -> chance.fork(
                        purpose + ':' + moment(state.phase()) + ':' + seat.index())
                .unit());
    }

    Seat seat() {
        return own.seat();
    }

    Hand hand() {
        return own.hand();
    }

    Phase phase() {
        return shared.phase();
    }

    /** Names a decision within the game; the generator stands still for a whole round. */
    private static String moment(Phase phase) {
        int step =
                switch (phase) {
                    case Phase.Playing playing -> playing.turn().number();
                    default -> 0;
                };
        return phase.round().number() + ":" + phase.round().multiplier() + ':' + step;
    }

    /** Numbers in [0, 1), one for each purpose. */
    @FunctionalInterface
    interface Dice {
        double roll(String purpose);
    }
}
