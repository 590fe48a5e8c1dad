package io.liaptui.common.games.liaptui.bots;

import io.liaptui.common.games.liaptui.Combination;
import io.liaptui.common.games.liaptui.Declarations;
import io.liaptui.common.games.liaptui.Hand;
import io.liaptui.common.games.liaptui.Phase;
import io.liaptui.common.games.liaptui.PlayType;
import io.liaptui.common.games.liaptui.Turn;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What the stronger level plays: as many piles as it declared, no more. Choices are masks of places. */
record StrategicPlay(Hand hand, Turn turn, int need, Plan plan, Sight.Dice dice) {
    private static final Comparator<FoundSet> BY_SUM = Comparator.comparingInt(FoundSet::sum);

    static StrategicPlay of(Sight sight, Phase.Playing playing) {
        int need = playing.tally().declared(sight.seat()) - playing.tally().captured(sight.seat());
        return new StrategicPlay(sight.hand(), playing.turn(), need, Plan.of(sight.hand(), need), sight.dice());
    }

    int choose() {
        return turn.required().isPresent() ? follow(turn.required().getAsInt()) : lead();
    }

    private int lead() {
        if (need <= 0) {
            return weakestSet(1).orElseThrow();
        }
        if (plan.isOpenersOnly() && dares()) {
            return 1 << plan.openers().getLast();
        }
        int size = Math.min(need, Math.min(hand.size(), Turn.MAX_PIECES));
        if (!plan.sets().isEmpty()) {
            // Largest first, and none is larger than what is needed
            return plan.sets().getFirst().mask();
        }
        for (int fewer = size; fewer > 1; fewer--) {
            Optional<Integer> set = leadingSet(fewer);
            if (set.isPresent()) {
                return set.get();
            }
        }
        return leadingSet(1).orElseThrow();
    }

    private int follow(int size) {
        if (size > 1 && size > need) {
            return withoutSet(size);
        }
        if (need > 0 && need >= Declarations.PILES - turn.number()) {
            Optional<Integer> strongest = strongest(size);
            if (strongest.isPresent()) {
                return strongest.get();
            }
        }
        if (size == 1 && plan.isOpenersOnly() && dares()) {
            return 1 << plan.openers().getLast();
        }
        return dump(size);
    }

    /** The fewer pieces are left, the sooner a single opener is risked. */
    private boolean dares() {
        double chance = hand.size() >= 6 ? 0.35 : hand.size() >= 4 ? 0.40 : 0.50;
        return dice.roll("opener") < chance;
    }

    /** The strongest set of unneeded pieces, else the weakest of all. */
    private Optional<Integer> leadingSet(int size) {
        int unneeded = mask(plan.unneeded());
        return FoundSet.in(hand, size, size).stream()
                .filter(set -> (set.mask() & ~unneeded) == 0)
                .max(BY_SUM)
                .map(FoundSet::mask)
                .or(() -> weakestSet(size));
    }

    private Optional<Integer> weakestSet(int size) {
        return FoundSet.in(hand, size, size).stream().min(BY_SUM).map(FoundSet::mask);
    }

    /** Only sets of the starter's type can win. */
    private Optional<Integer> strongest(int size) {
        PlayType type = turn.plays().getFirst().combination().type();
        return FoundSet.in(hand, size, size).stream()
                .filter(set -> set.type() == type)
                .max(Comparator.comparingInt(set -> set.combination().strength()))
                .map(FoundSet::mask);
    }

    private int dump(int size) {
        return mask(plan.dumpOrder().subList(0, size));
    }

    /** Pieces that cannot win together, the most dispensable ones that there are. */
    private int withoutSet(int size) {
        List<Integer> order = plan.dumpOrder();
        for (int bits = 1; bits < 1 << order.size(); bits++) {
            if (Integer.bitCount(bits) == size) {
                int mask = mask(pick(order, bits));
                if (!Combination.of(FoundSet.pieces(hand, mask)).isValid()) {
                    return mask;
                }
            }
        }
        return dump(size);
    }

    private static List<Integer> pick(List<Integer> order, int bits) {
        return FoundSet.places(bits).stream().map(order::get).toList();
    }

    private static int mask(List<Integer> places) {
        int mask = 0;
        for (int place : places) {
            mask |= 1 << place;
        }
        return mask;
    }
}
