package io.liaptui.common.games.liaptui.bots;

import io.liaptui.common.games.liaptui.Hand;
import io.liaptui.common.games.liaptui.Turn;
import java.util.List;

/** Which sets of a hand are likely to capture their piles. */
final class Usable {
    /** A piece worth this much or more wins the lead with some chance. */
    static final int OPENER = 11;

    private Usable() {}

    /** Usable sets, the largest first. */
    static List<FoundSet> in(Hand hand, Field field, int max) {
        boolean hasOpener = openers(hand) != 0;
        return FoundSet.in(hand, 2, Math.min(max, Turn.MAX_PIECES)).stream()
                .filter(set -> hasOpener ? withOpener(set, field) : withoutOpener(set))
                .sorted(FoundSet.LARGEST_FIRST)
                .toList();
    }

    /** The places of pieces that can take the lead alone, as a mask. */
    static int openers(Hand hand) {
        int mask = 0;
        for (int place = 0; place < hand.size(); place++) {
            if (hand.pieces().get(place).value() >= OPENER) {
                mask |= 1 << place;
            }
        }
        return mask;
    }

    private static boolean withOpener(FoundSet set, Field field) {
        return switch (set.type()) {
            case PAIR -> field == Field.WEAK || set.sum() >= 10;
            case THREE_OF_A_KIND, STRAIGHT, FOUR_OF_A_KIND, EXTENDED_STRAIGHT, FIVE_OF_A_KIND -> true;
            case SINGLE, EXTENDED_STRAIGHT_5, DOUBLE_STRAIGHT, INVALID -> false;
        };
    }

    /** Without a piece to take the lead a set has to be high to be of use. */
    private static boolean withoutOpener(FoundSet set) {
        return switch (set.type()) {
            case PAIR -> set.sum() >= 18;
            case STRAIGHT, FOUR_OF_A_KIND -> set.sum() >= 20;
            case THREE_OF_A_KIND -> set.sum() >= 12;
            case SINGLE, EXTENDED_STRAIGHT, EXTENDED_STRAIGHT_5, FIVE_OF_A_KIND, DOUBLE_STRAIGHT, INVALID -> false;
        };
    }
}
