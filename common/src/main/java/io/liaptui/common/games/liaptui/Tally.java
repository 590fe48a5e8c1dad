package io.liaptui.common.games.liaptui;

import io.liaptui.common.ids.Seat;
import java.util.List;

/**
 * What was declared in a round and what is captured so far.
 *
 * @param captured piles by seat
 */
public record Tally(Declarations declarations, List<Integer> captured) {
    public Tally {
        captured = List.copyOf(captured);
    }

    static Tally of(Declarations declarations) {
        return new Tally(declarations, Seats.each(seat -> 0));
    }

    public int declared(Seat seat) {
        return declarations.of(seat);
    }

    public int captured(Seat seat) {
        return captured.get(seat.index());
    }

    Tally capture(Seat seat, int piles) {
        return new Tally(declarations, Seats.with(captured, seat, captured(seat) + piles));
    }

    List<RoundScore> scores(int multiplier) {
        return Seats.each(seat -> new RoundScore(declared(new Seat(seat)), captured(new Seat(seat)), multiplier));
    }
}
