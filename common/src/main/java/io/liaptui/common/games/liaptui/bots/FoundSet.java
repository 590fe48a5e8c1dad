package io.liaptui.common.games.liaptui.bots;

import io.liaptui.common.games.liaptui.Colour;
import io.liaptui.common.games.liaptui.Combination;
import io.liaptui.common.games.liaptui.Hand;
import io.liaptui.common.games.liaptui.Piece;
import io.liaptui.common.games.liaptui.PlayType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A valid set in a hand.
 *
 * @param mask bit {@code i} stands for the piece at place {@code i}
 * @param sum of the values of its pieces
 */
record FoundSet(int mask, Combination combination, int sum) {
    /** Larger sets first, then higher sums; equal ones stay in the order in which they were found. */
    static final Comparator<FoundSet> LARGEST_FIRST = Comparator.comparingInt(FoundSet::size)
            .thenComparingInt(FoundSet::sum)
            .reversed();

    /** Every valid set of {@code min} to {@code max} pieces, in the order of masks. */
    static List<FoundSet> in(Hand hand, int min, int max) {
        List<Piece> pieces = hand.pieces();
        int red = 0;
        for (int i = 0; i < pieces.size(); i++) {
            red |= pieces.get(i).colour() == Colour.RED ? 1 << i : 0;
        }
        List<FoundSet> found = new ArrayList<>();
        for (int mask = 1; mask < 1 << pieces.size(); mask++) {
            int size = Integer.bitCount(mask);
            boolean oneColour = (mask & red) == 0 || (mask & ~red) == 0;
            if (size < min || size > max || !oneColour) {
                continue;
            }
            List<Piece> chosen = pieces(hand, mask);
            Combination combination = Combination.of(chosen);
            if (combination.isValid()) {
                found.add(new FoundSet(mask, combination, Piece.sum(chosen)));
            }
        }
        return found;
    }

    static List<Piece> pieces(Hand hand, int mask) {
        List<Piece> chosen = new ArrayList<>(Integer.bitCount(mask));
        for (int rest = mask; rest != 0; rest &= rest - 1) {
            chosen.add(hand.pieces().get(Integer.numberOfTrailingZeros(rest)));
        }
        return chosen;
    }

    /** The places of a mask, ascending. */
    static List<Integer> places(int mask) {
        List<Integer> places = new ArrayList<>(Integer.bitCount(mask));
        for (int rest = mask; rest != 0; rest &= rest - 1) {
            places.add(Integer.numberOfTrailingZeros(rest));
        }
        return places;
    }

    int size() {
        return Integer.bitCount(mask);
    }

    PlayType type() {
        return combination.type();
    }

    boolean overlaps(int other) {
        return (mask & other) != 0;
    }
}
