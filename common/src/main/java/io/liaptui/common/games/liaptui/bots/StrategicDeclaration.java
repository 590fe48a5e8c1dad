package io.liaptui.common.games.liaptui.bots;

import io.liaptui.common.games.liaptui.Declarations;
import io.liaptui.common.games.liaptui.Hand;
import io.liaptui.common.games.liaptui.Phase;
import io.liaptui.common.games.liaptui.PlayType;
import io.liaptui.common.games.liaptui.Seats;
import io.liaptui.common.games.liaptui.Turn;
import java.util.List;

/** What the stronger level declares: single openers, its best set and spare pairs, by how strong the others seem. */
record StrategicDeclaration(Hand hand, Field field, int position, int openers, List<FoundSet> usable) {
    private static final int HIGH_PAIR = 18;

    static int declare(Sight sight, Phase.Declaring declaring) {
        Declarations made = declaring.declarations();
        Field field = Field.of(made);
        StrategicDeclaration thought = new StrategicDeclaration(
                sight.hand(),
                field,
                made.values().size(),
                Usable.openers(sight.hand()),
                Usable.in(sight.hand(), field, Turn.MAX_PIECES));
        return thought.legal(thought.value(), BasicBot.allowed(sight.seat(), declaring));
    }

    private int value() {
        int used = openers;
        int value = Integer.bitCount(openers);
        if (!usable.isEmpty()) {
            FoundSet best = usable.getFirst();
            int withSet = best.size() + Integer.bitCount(openers & ~best.mask());
            boolean startsWithIt = position == 0 && isStartingSet(best);
            value = !best.overlaps(openers) || startsWithIt ? withSet : Math.max(value, withSet);
            used |= best.mask();
        }
        int pairs = sparePairs(used);
        value = Math.min(Declarations.PILES, value + (position < 2 ? pairs : pairs / 2));
        return value == 0 && field == Field.WEAK && middling() >= 3 ? 1 : value;
    }

    private static boolean isStartingSet(FoundSet set) {
        return set.size() >= 3 || set.sum() >= HIGH_PAIR;
    }

    private int sparePairs(int used) {
        int taken = used;
        int count = 0;
        for (FoundSet pair : FoundSet.in(hand, 2, 2)) {
            if (pair.type() == PlayType.PAIR && !pair.overlaps(taken) && pair.sum() >= field.pairSum()) {
                taken |= pair.mask();
                count++;
            }
        }
        return count;
    }

    private long middling() {
        return hand.pieces().stream()
                .filter(piece -> piece.value() >= 7 && piece.value() <= 10)
                .count();
    }

    /** Strong hands would rather declare more than less, except in last place. */
    private int legal(int value, List<Integer> allowed) {
        if (allowed.contains(value)) {
            return value;
        }
        boolean strong = Integer.bitCount(openers) >= 2 || usable.size() >= 2;
        if (strong && position < Seats.COUNT - 1) {
            for (int option : allowed) {
                if (option > value) {
                    return option;
                }
            }
        }
        int nearest = allowed.getFirst();
        for (int option : allowed) {
            if (Math.abs(option - value) < Math.abs(nearest - value)) {
                nearest = option;
            }
        }
        return nearest;
    }
}
