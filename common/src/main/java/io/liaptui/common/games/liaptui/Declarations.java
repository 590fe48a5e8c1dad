package io.liaptui.common.games.liaptui;

import io.liaptui.common.ids.Seat;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Declarations of a round in the order in which they are made.
 *
 * @param values of those who have declared, the starter's first
 */
public record Declarations(Seat starter, List<Integer> values) {
    /** The highest declaration, and what all of them must not add up to: the number of piles in a round. */
    public static final int PILES = 8;

    public Declarations {
        values = List.copyOf(values);
    }

    public List<Seat> order() {
        return Seats.from(starter);
    }

    public boolean isComplete() {
        return values.size() == Seats.COUNT;
    }

    /** Who declares now; only while not complete. */
    public Seat next() {
        return order().get(values.size());
    }

    public int total() {
        return values.stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether this value keeps the last one from making the total 8; true for everyone before. */
    boolean keepsSumFree(int value) {
        return values.size() < Seats.COUNT - 1 || total() + value != PILES;
    }

    /** What the next seat may declare, smallest first; never empty. */
    public List<Integer> allowed(Standing standing) {
        return IntStream.rangeClosed(0, PILES)
                .filter(value -> keepsSumFree(value) && (value > 0 || standing.mayDeclareZero()))
                .boxed()
                .toList();
    }

    Declarations and(int value) {
        return new Declarations(
                starter,
                IntStream.concat(values.stream().mapToInt(Integer::intValue), IntStream.of(value))
                        .boxed()
                        .toList());
    }

    /** 0 for who has not declared yet. */
    public int of(Seat seat) {
        int place = order().indexOf(seat);
        return place < values.size() ? values.get(place) : 0;
    }
}
