package io.liaptui.common.games.liaptui;

import io.liaptui.common.ids.Seat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What outlasts a round.
 *
 * @param standings by seat
 */
public record Match(Settings settings, List<Standing> standings) {
    /** Who has this many points or more ends the game. */
    public static final int WINNING_TOTAL = 50;

    public Match {
        standings = List.copyOf(standings);
    }

    static Match start(Settings settings) {
        return new Match(settings, Seats.each(seat -> Standing.START));
    }

    public Standing of(Seat seat) {
        return standings.get(seat.index());
    }

    Match with(Seat seat, Standing standing) {
        return new Match(settings, Seats.with(standings, seat, standing));
    }

    /** The game ends once this round is scored. */
    public boolean endsWith(Round round) {
        return topTotal() >= WINNING_TOTAL || (settings.maxRounds() > 0 && round.number() >= settings.maxRounds());
    }

    /** Everyone with the highest total, in seat order; there is no play-off. */
    public List<Seat> leaders() {
        return Seats.all().stream()
                .filter(seat -> of(seat).total() == topTotal())
                .toList();
    }

    /** Seats by total, highest first; equal totals keep seat order and still get ranks of their own. */
    public List<Seat> ranking() {
        List<Seat> seats = new ArrayList<>(Seats.all());
        seats.sort(Comparator.comparingInt((Seat seat) -> of(seat).total()).reversed());
        return List.copyOf(seats);
    }

    private int topTotal() {
        return standings.stream().mapToInt(Standing::total).max().orElseThrow();
    }
}
