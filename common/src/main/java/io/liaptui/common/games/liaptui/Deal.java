package io.liaptui.common.games.liaptui;

import io.liaptui.common.rules.Chance;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The whole deck, shuffled and dealt.
 *
 * @param hands by seat, eight pieces each
 * @param next the generator after it
 */
record Deal(List<Hand> hands, Chance next) {
    static final int HAND_SIZE = 8;

    /** A uniform shuffle (Fisher-Yates). */
    static Deal from(Chance chance) {
        List<Piece> deck = new ArrayList<>(Piece.deck());
        Chance now = chance;
        for (int last = deck.size() - 1; last > 0; last--) {
            Collections.swap(deck, last, now.below(last + 1));
            now = now.advance();
        }
        return new Deal(Seats.each(seat -> new Hand(deck.subList(seat * HAND_SIZE, (seat + 1) * HAND_SIZE))), now);
    }
}
