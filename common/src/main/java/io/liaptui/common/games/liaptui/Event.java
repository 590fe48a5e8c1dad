package io.liaptui.common.games.liaptui;

import io.liaptui.common.ids.Seat;
import io.liaptui.common.rules.Chance;
import java.util.List;

/** What happened. Everything that chance gave stands in it, so that folding events needs no generator. */
public sealed interface Event {
    /** The game was set up. */
    record Begun(Settings settings, Chance chance) implements Event {}

    /**
     * A round was dealt.
     *
     * @param starter who starts by what is known so far
     * @param next the generator after the deal
     */
    record Dealt(int round, Seat starter, List<Hand> hands, Chance next) implements Event {
        public Dealt {
            hands = List.copyOf(hands);
        }
    }

    /** These seats have weak hands and are asked, all at once. */
    record WeakHandsFound(List<Seat> seats) implements Event {
        public WeakHandsFound {
            seats = List.copyOf(seats);
        }
    }

    record RedealAnswered(Seat seat, boolean accepted) implements Event {}

    /** The players who have not answered were told to hurry. */
    record RedealWarned() implements Event {}

    /** Time is up for these seats; they keep their hands. */
    record RedealLapsed(List<Seat> silent) implements Event {
        public RedealLapsed {
            silent = List.copyOf(silent);
        }
    }

    /** All hands were collected and dealt anew; {@code accepter} starts unless a further redeal changes it. */
    record Redealt(Seat accepter, int multiplier, List<Hand> hands, Chance next) implements Event {
        public Redealt {
            hands = List.copyOf(hands);
        }
    }

    /** The hands are final and it is known who starts. */
    record RoundStarted(Seat starter, StarterReason reason) implements Event {}

    /** The starter of the round may declare. */
    record DeclarationsOpened() implements Event {}

    record Declared(Seat seat, int value) implements Event {}

    record TurnStarted(int number, Seat starter) implements Event {}

    /** @param indices where in the hand the pieces were; told to that seat alone */
    record Played(Seat seat, List<Integer> indices, List<Piece> pieces) implements Event {
        public Played {
            indices = List.copyOf(indices);
            pieces = List.copyOf(pieces);
        }
    }

    record TurnCompleted(Seat winner, int piles) implements Event {}

    /** @param scores by seat */
    record RoundScored(List<RoundScore> scores) implements Event {
        public RoundScored {
            scores = List.copyOf(scores);
        }
    }

    record GameEnded(List<Seat> winners) implements Event {
        public GameEnded {
            winners = List.copyOf(winners);
        }
    }
}
