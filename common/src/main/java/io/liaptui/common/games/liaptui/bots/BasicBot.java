package io.liaptui.common.games.liaptui.bots;

import io.liaptui.common.games.liaptui.Phase;
import io.liaptui.common.games.liaptui.Piece;
import io.liaptui.common.games.liaptui.PlayType;
import io.liaptui.common.games.liaptui.Rank;
import io.liaptui.common.games.liaptui.Turn;
import io.liaptui.common.ids.Seat;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The simpler level: counts the sets in its hand, then always plays the one with the highest sum. */
final class BasicBot {
    private static final Set<PlayType> COUNTED = Set.of(
            PlayType.THREE_OF_A_KIND,
            PlayType.STRAIGHT,
            PlayType.FOUR_OF_A_KIND,
            PlayType.EXTENDED_STRAIGHT,
            PlayType.FIVE_OF_A_KIND,
            PlayType.DOUBLE_STRAIGHT);
    private static final int HIGH_STRAIGHT = 20;
    private static final int MOST = 7;

    private BasicBot() {}

    static int declare(Sight sight, Phase.Declaring declaring) {
        List<FoundSet> sets = FoundSet.in(sight.hand(), 3, Turn.MAX_PIECES).stream()
                .filter(set -> COUNTED.contains(set.type()))
                .toList();
        boolean strong = sight.hand().pieces().stream().anyMatch(piece -> piece.rank() == Rank.GENERAL)
                || sets.stream().anyMatch(BasicBot::isHighStraight);
        boolean first = declaring.declarations().values().isEmpty();
        int score = Math.clamp(sets.size() + (strong ? 1 : 0) + (first ? 1 : 0), 1, MOST);
        return nearby(score, allowed(sight.seat(), declaring));
    }

    /** The places of the pieces to play, as a mask. */
    static int play(Sight sight, Phase.Playing playing) {
        int min = playing.turn().required().orElse(1);
        int max = playing.turn().required().orElse(Turn.MAX_PIECES);
        FoundSet best = null;
        for (FoundSet set : FoundSet.in(sight.hand(), min, max)) {
            if (best == null || set.sum() > best.sum()) {
                best = set;
            }
        }
        return best == null ? lowest(sight.hand().pieces(), min) : best.mask();
    }

    static List<Integer> allowed(Seat seat, Phase.Declaring declaring) {
        return declaring.declarations().allowed(declaring.match().of(seat));
    }

    private static boolean isHighStraight(FoundSet set) {
        return (set.type() == PlayType.STRAIGHT || set.type() == PlayType.EXTENDED_STRAIGHT)
                && set.sum() >= HIGH_STRAIGHT;
    }

    private static int nearby(int score, List<Integer> allowed) {
        if (allowed.contains(score)) {
            return score;
        }
        return score > allowed.getLast() ? allowed.getLast() : allowed.getFirst();
    }

    private static int lowest(List<Piece> pieces, int count) {
        return IntStream.range(0, pieces.size())
                .boxed()
                .sorted(Comparator.comparingInt(place -> pieces.get(place).value()))
                .limit(count)
                .mapToInt(place -> 1 << place)
                .sum();
    }
}
