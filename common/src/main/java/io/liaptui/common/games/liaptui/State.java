package io.liaptui.common.games.liaptui;

import io.liaptui.common.ids.Seat;
import io.liaptui.common.rules.Chance;
import java.util.List;

/** Everything there is to know of a game; only its views may be shown. */
public sealed interface State {
    /** Before the first event. */
    record NotBegun() implements State {}

    /**
     * A game in some phase.
     *
     * @param chance the generator for the next deal; whoever knows it knows every hand
     * @param hands by seat
     */
    record Begun(Chance chance, List<Hand> hands, Phase phase) implements State {
        public Begun {
            hands = List.copyOf(hands);
        }

        public Hand hand(Seat seat) {
            return hands.get(seat.index());
        }

        /** What everybody may know. */
        public SharedView shared() {
            return new SharedView(phase, hands.stream().map(Hand::size).toList());
        }

        /** What this seat alone may also know. */
        public OwnView own(Seat seat) {
            return new OwnView(seat, hand(seat));
        }

        Begun with(Phase next) {
            return new Begun(chance, hands, next);
        }
    }
}
