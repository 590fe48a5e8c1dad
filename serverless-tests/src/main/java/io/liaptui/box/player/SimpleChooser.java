package io.liaptui.box.player;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** Plays the longest, then highest set it can, and promises as many piles as it has strong pieces. */
public final class SimpleChooser implements Chooser {
    private static final int STRONG = 11;
    private static final int LONGEST = 6;

    @Override
    public boolean redeal(List<String> hand) {
        return false;
    }

    @Override
    public int declare(List<String> hand, Set<Integer> forbidden) {
        int wish = (int) hand.stream()
                .filter(text -> Piece.parse(text).value() >= STRONG)
                .count();
        return IntStream.rangeClosed(0, 8)
                .boxed()
                .filter(value -> !forbidden.contains(value))
                .min(Comparator.comparingInt(value -> Math.abs(value - wish)))
                .orElseThrow();
    }

    @Override
    public List<Integer> play(List<String> hand, int required) {
        List<Piece> pieces = hand.stream().map(Piece::parse).toList();
        List<Integer> best = List.of();
        for (int mask = 1; mask < 1 << pieces.size(); mask++) {
            int size = Integer.bitCount(mask);
            if (size <= LONGEST && (required == 0 || size == required)) {
                List<Integer> set = positions(mask);
                if (PlayType.of(at(pieces, set)) != PlayType.INVALID && better(pieces, set, best)) {
                    best = set;
                }
            }
        }
        return best.isEmpty() ? lowest(pieces, required) : best;
    }

    private static boolean better(List<Piece> pieces, List<Integer> set, List<Integer> best) {
        return set.size() != best.size() ? set.size() > best.size() : sum(pieces, set) > sum(pieces, best);
    }

    private static int sum(List<Piece> pieces, List<Integer> positions) {
        return at(pieces, positions).stream().mapToInt(Piece::value).sum();
    }

    private static List<Integer> lowest(List<Piece> pieces, int count) {
        return IntStream.range(0, pieces.size())
                .boxed()
                .sorted(Comparator.comparingInt(position -> pieces.get(position).value()))
                .limit(count)
                .sorted()
                .toList();
    }

    private static List<Integer> positions(int mask) {
        List<Integer> positions = new ArrayList<>();
        for (int position = 0; mask >> position != 0; position++) {
            if ((mask >> position & 1) == 1) {
                positions.add(position);
            }
        }
        return positions;
    }

    private static List<Piece> at(List<Piece> pieces, List<Integer> positions) {
        return positions.stream().map(pieces::get).toList();
    }
}
