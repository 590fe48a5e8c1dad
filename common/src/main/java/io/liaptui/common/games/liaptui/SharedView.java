package io.liaptui.common.games.liaptui;

import io.liaptui.common.ids.Seat;
import java.util.List;

/**
 * What everybody may know.
 *
 * @param handSizes by seat
 */
public record SharedView(Phase phase, List<Integer> handSizes) {
    public SharedView {
        handSizes = List.copyOf(handSizes);
    }

    public int handSize(Seat seat) {
        return handSizes.get(seat.index());
    }
}
