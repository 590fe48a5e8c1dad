package io.liaptui.common.games.liaptui;

import io.liaptui.common.ids.Seat;
import java.util.List;

/** What a seat laid on the table. */
public record Play(Seat seat, List<Piece> pieces) {
    public Play {
        pieces = List.copyOf(pieces);
    }

    public Combination combination() {
        return Combination.of(pieces);
    }

    /** The plain sum, which the wire shows; not what is compared. */
    public int sum() {
        return Piece.sum(pieces);
    }
}
