package io.liaptui.common.games.liaptui;

import io.liaptui.common.ids.Seat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Where a game stands, as far as everybody may know it: no hand and no generator can be in here.
 *
 * <p>{@code Dealing -> (Asking -> Dealing)* -> Starting -> Declaring -> (Playing -> Revealing -> TurnResult)+ -> Scored
 * -> Dealing | Over}; {@code Asking} and {@code Dealing} both lead to {@code Starting}.
 */
public sealed interface Phase {
    Match match();

    Round round();

    /** Hands are being dealt. */
    record Dealing(Match match, Round round) implements Phase {}

    /**
     * Players with weak hands are asked whether they want a redeal.
     *
     * @param answers of those who have answered
     * @param warned they were told to hurry
     */
    record Asking(Match match, Round round, List<Seat> weak, SortedMap<Seat, Boolean> answers, boolean warned)
            implements Phase {
        public Asking {
            weak = List.copyOf(weak);
            answers = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(answers));
        }

        /** Who still has to answer, in seat order. */
        public List<Seat> awaited() {
            return weak.stream().filter(seat -> !answers.containsKey(seat)).toList();
        }
    }

    /** Everybody is shown who starts the round. */
    record Starting(Match match, Round round, StarterReason reason) implements Phase {}

    record Declaring(Match match, Round round, Declarations declarations) implements Phase {}

    /** Somebody has to play. */
    record Playing(Match match, Round round, Tally tally, Turn turn) implements Phase {}

    /** Four plays lie on the table; who won is not announced yet. */
    record Revealing(Match match, Round round, Tally tally, Turn turn) implements Phase {}

    /**
     * The result of a turn is shown.
     *
     * @param last no pieces are left
     */
    record TurnResult(Match match, Round round, Tally tally, Turn turn, Seat winner, boolean last) implements Phase {}

    /**
     * The points of the round are shown.
     *
     * @param lastWinner who won the last turn
     * @param scores by seat
     */
    record Scored(Match match, Round round, Tally tally, Seat lastWinner, List<RoundScore> scores) implements Phase {
        public Scored {
            scores = List.copyOf(scores);
        }
    }

    record Over(Match match, Round round, Tally tally, List<Seat> winners) implements Phase {
        public Over {
            winners = List.copyOf(winners);
        }
    }
}
