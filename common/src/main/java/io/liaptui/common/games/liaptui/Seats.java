package io.liaptui.common.games.liaptui;

import io.liaptui.common.ids.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** The four seats of the table and the order round it. */
public final class Seats {
    public static final int COUNT = 4;

    /** Seat {@code P1}, which stands in where nobody else is named. */
    static final Seat FIRST = new Seat(0);

    private Seats() {}

    /** All seats in seat order. */
    public static List<Seat> all() {
        return from(FIRST);
    }

    /** All seats, beginning with {@code first}. */
    public static List<Seat> from(Seat first) {
        return List.of(first, first.next(1, COUNT), first.next(2, COUNT), first.next(3, COUNT));
    }

    /** One value for each seat, in seat order. */
    public static <T> List<T> each(IntFunction<T> value) {
        return List.of(value.apply(0), value.apply(1), value.apply(2), value.apply(3));
    }

    /** The same values but for one seat. */
    static <T> List<T> with(List<T> values, Seat seat, T value) {
        List<T> changed = new ArrayList<>(values);
        changed.set(seat.index(), value);
        return List.copyOf(changed);
    }
}
