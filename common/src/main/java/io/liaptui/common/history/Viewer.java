package io.liaptui.common.history;

import io.liaptui.common.ids.Seat;
import org.jspecify.annotations.Nullable;

/** Who looks at a room. */
public sealed interface Viewer {
    /** Anybody, while the game runs. */
    record Spectator() implements Viewer {}

    /** Who proved to hold this seat, while the game runs. */
    record SeatHolder(Seat seat) implements Viewer {}

    /** Anybody, once the game is over. */
    record Afterwards() implements Viewer {}

    /** Whoever holds this seat, or none, while the game runs. */
    static Viewer holding(@Nullable Seat seat) {
        return seat == null ? new Spectator() : new SeatHolder(seat);
    }

    /** For answers: {@code spectator}, a seat such as {@code P1}, or {@code everyone} after the game. */
    default String label() {
        return switch (this) {
            case Spectator() -> "spectator";
            case SeatHolder(var seat) -> seat.label();
            case Afterwards() -> "everyone";
        };
    }
}
