package io.liaptui.common.games.liaptui;

import io.liaptui.common.ids.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * One turn: four plays, the starter's first.
 *
 * @param number from 1 in each round
 */
public record Turn(int number, Seat starter, List<Play> plays) {
    /** The starter may play no more pieces than this. */
    public static final int MAX_PIECES = 6;

    public Turn {
        plays = List.copyOf(plays);
    }

    public List<Seat> order() {
        return Seats.from(starter);
    }

    public boolean isComplete() {
        return plays.size() == Seats.COUNT;
    }

    /** Who plays now; only while not complete. */
    public Seat next() {
        return order().get(plays.size());
    }

    /** How many pieces everybody plays; empty until the starter has played. */
    public OptionalInt required() {
        return plays.isEmpty()
                ? OptionalInt.empty()
                : OptionalInt.of(plays.getFirst().pieces().size());
    }

    /** The best play so far of the starter's type; of equal ones the earliest. Only once the starter has played. */
    public Play best() {
        Play best = plays.getFirst();
        for (Play play : plays) {
            if (play.combination().beats(best.combination())) {
                best = play;
            }
        }
        return best;
    }

    Turn and(Play play) {
        List<Play> more = new ArrayList<>(plays);
        more.add(play);
        return new Turn(number, starter, more);
    }
}
