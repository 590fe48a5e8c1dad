package io.liaptui.ws.room;

import io.liaptui.common.ids.Seat;
import java.util.Comparator;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a room waits for: the key of {@link Waits}.
 *
 * @param seat of whom; null if the wait is the room's
 */
record Wait(Kind kind, @Nullable Seat seat) implements Comparable<Wait> {
    static final Wait GAME = new Wait(Kind.GAME, null);
    static final Wait DESERTED = new Wait(Kind.DESERTED, null);
    static final Wait STAY = new Wait(Kind.STAY, null);

    private static final Comparator<Wait> ORDER = Comparator.comparing(Wait::kind)
            .thenComparing(Wait::seat, Comparator.nullsFirst(Comparator.naturalOrder()));

    /** All that a room can wait for, in the order in which it is stored. */
    enum Kind {
        /** The game's own timer. */
        GAME("left", false, false),

        /** A human's decision: a bot makes this one after the turn limit. */
        LIMIT("limits", true, true),

        /** A bot that thinks. */
        BOT("bots", true, true),

        /** A player without a socket. */
        ABSENCE("absences", true, true),

        /** A room without humans: it is given up. */
        DESERTED("deserted", false, true),

        /** A room whose humans do nothing more: it goes though they are there. */
        STAY("stay", false, false);

        private final String field;
        private final boolean ofSeat;
        private final boolean usedUp;

        Kind(String field, boolean ofSeat, boolean usedUp) {
            this.field = field;
            this.ofSeat = ofSeat;
            this.usedUp = usedUp;
        }

        /** Its name in snapshots. */
        String field() {
            return field;
        }

        /** Is there one for each seat? */
        boolean isOfSeat() {
            return ofSeat;
        }

        /** May one that rang without effect run again for the same reason? Else it has 0 ms left until the reason changes. */
        boolean isUsedUp() {
            return usedUp;
        }
    }

    static Wait limit(Seat seat) {
        return new Wait(Kind.LIMIT, seat);
    }

    static Wait bot(Seat seat) {
        return new Wait(Kind.BOT, seat);
    }

    static Wait absence(Seat seat) {
        return new Wait(Kind.ABSENCE, seat);
    }

    /** The seat of one that has a seat. */
    Seat whose() {
        return Objects.requireNonNull(seat);
    }

    @Override
    public int compareTo(Wait other) {
        return ORDER.compare(this, other);
    }
}
