package io.liaptui.common.ids;

/**
 * A place at the table, counted from 0. On the wire of Liap Tui seat 0 is {@code P1} and slot 1.
 *
 * @param index 0 to 63
 */
public record Seat(int index) implements Comparable<Seat> {
    /** No game here seats more than this. */
    public static final int MAX = 64;

    public Seat {
        if (index < 0 || index >= MAX) {
            throw new IllegalArgumentException("seat must be 0.." + (MAX - 1) + ": " + index);
        }
    }

    /** {@code P1} for seat 0. */
    public String label() {
        return "P" + (index + 1);
    }

    /** The seat {@code steps} further round a table of {@code seats}. */
    public Seat next(int steps, int seats) {
        return new Seat(Math.floorMod(index + steps, seats));
    }

    @Override
    public int compareTo(Seat other) {
        return Integer.compare(index, other.index);
    }
}
