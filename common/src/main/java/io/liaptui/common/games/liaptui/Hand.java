package io.liaptui.common.games.liaptui;

import java.util.ArrayList;
import java.util.List;

/** The hidden pieces of one seat, in the order in which they were dealt: players name pieces by their place in it. */
public record Hand(List<Piece> pieces) {
    public static final Hand EMPTY = new Hand(List.of());

    public Hand {
        pieces = List.copyOf(pieces);
    }

    public int size() {
        return pieces.size();
    }

    public boolean isEmpty() {
        return pieces.isEmpty();
    }

    /** No piece is worth more than 9; such a hand may ask for a redeal. */
    public boolean isWeak() {
        return pieces.stream().noneMatch(Piece::isStrong);
    }

    /** The pieces at these places, in the order asked for. */
    public List<Piece> at(List<Integer> indices) {
        return indices.stream().map(pieces::get).toList();
    }

    /** What is left without these places; the rest keeps its order. */
    Hand without(List<Integer> indices) {
        List<Piece> left = new ArrayList<>(pieces.size());
        for (int i = 0; i < pieces.size(); i++) {
            if (!indices.contains(i)) {
                left.add(pieces.get(i));
            }
        }
        return new Hand(left);
    }

    /** Hides the pieces: records end up in logs. */
    @Override
    public String toString() {
        return "Hand[" + pieces.size() + "]";
    }
}
