package io.liaptui.common.history;

import io.liaptui.common.ids.Seat;

/** Who looks at an event. */
public sealed interface Viewer {
    /** Anybody, while the game runs. */
    record Spectator() implements Viewer {}

    /** Who proved to hold this seat, while the game runs. */
    record SeatHolder(Seat seat) implements Viewer {}

    /** Anybody, once the game is over. */
    record Afterwards() implements Viewer {}
}
