package io.liaptui.common.games.liaptui.bots;

import io.liaptui.common.games.liaptui.Hand;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a hand is to capture the piles that are still needed.
 *
 * @param sets that do not overlap, the largest first
 * @param openers places of single pieces that are to win a pile each, lowest value first
 * @param reserve places of low pieces kept to lose with
 * @param unneeded places of all other pieces, highest value first
 */
record Plan(List<FoundSet> sets, List<Integer> openers, List<Integer> reserve, List<Integer> unneeded) {
    private static final int RESERVE = 2;
    private static final int LOW = 4;

    static Plan of(Hand hand, int need) {
        int taken = 0;
        int left = Math.max(need, 0);
        List<FoundSet> sets = new ArrayList<>();
        for (FoundSet set : left < 2 ? List.<FoundSet>of() : Usable.in(hand, Field.NORMAL, left)) {
            if (!set.overlaps(taken) && set.size() <= left) {
                sets.add(set);
                taken |= set.mask();
                left -= set.size();
            }
        }
        List<Integer> free = new ArrayList<>(places(hand, ~taken));
        List<Integer> openers = new ArrayList<>();
        for (int i = free.size() - 1; i >= 0 && left > 0; i--) {
            if (value(hand, free.get(i)) >= Usable.OPENER) {
                openers.addFirst(free.remove(i));
                left--;
            }
        }
        List<Integer> reserve = new ArrayList<>();
        while (reserve.size() < RESERVE && !free.isEmpty() && value(hand, free.getFirst()) <= LOW) {
            reserve.add(free.removeFirst());
        }
        return new Plan(sets, openers, reserve, free.reversed());
    }

    boolean isOpenersOnly() {
        return sets.isEmpty() && !openers.isEmpty();
    }

    /** All places, those that may go first in front. */
    List<Integer> dumpOrder() {
        List<Integer> order = new ArrayList<>(unneeded);
        order.addAll(reserve);
        order.addAll(openers);
        sets.reversed().forEach(set -> order.addAll(FoundSet.places(set.mask())));
        return order;
    }

    /** The places of a mask by value, lowest first. */
    private static List<Integer> places(Hand hand, int mask) {
        return IntStream.range(0, hand.size())
                .filter(place -> (mask >> place & 1) == 1)
                .boxed()
                .sorted(Comparator.comparingInt(place -> value(hand, place)))
                .toList();
    }

    private static int value(Hand hand, int place) {
        return hand.pieces().get(place).value();
    }
}
