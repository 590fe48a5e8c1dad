package io.liaptui.common.games.liaptui;

import java.util.List;

/**
 * A set of pieces, judged.
 *
 * @param strength what is compared between plays of one type; 0 for {@link PlayType#INVALID}. Not the plain sum that
 *     the wire shows: an extended straight counts each of its three names once.
 */
public record Combination(PlayType type, int strength) {
    private static final Combination INVALID = new Combination(PlayType.INVALID, 0);

    /** Judges a set of at least one piece; their order does not matter. */
    public static Combination of(List<Piece> pieces) {
        if (pieces.size() == 1) {
            return new Combination(PlayType.SINGLE, pieces.getFirst().value());
        }
        if (pieces.isEmpty() || pieces.size() > 6 || !oneColour(pieces)) {
            return INVALID;
        }
        int[] counts = new int[Rank.values().length];
        int names = 0;
        int sumOfNames = 0;
        for (Piece piece : pieces) {
            if (counts[piece.rank().ordinal()]++ == 0) {
                names++;
                sumOfNames += piece.value();
            }
        }
        return switch (names) {
            case 1 -> ofAKind(pieces);
            case 3 -> straight(pieces, counts, sumOfNames);
            default -> INVALID;
        };
    }

    public boolean isValid() {
        return type != PlayType.INVALID;
    }

    /** A later play wins only if it is strictly stronger than the best so far. */
    boolean beats(Combination best) {
        return type == best.type && strength > best.strength;
    }

    private static boolean oneColour(List<Piece> pieces) {
        Colour colour = pieces.getFirst().colour();
        for (Piece piece : pieces) {
            if (piece.colour() != colour) {
                return false;
            }
        }
        return true;
    }

    private static Combination ofAKind(List<Piece> pieces) {
        int sum = Piece.sum(pieces);
        if (pieces.size() == 2) {
            return new Combination(PlayType.PAIR, sum);
        }
        if (pieces.getFirst().rank() != Rank.SOLDIER) {
            return INVALID;
        }
        return switch (pieces.size()) {
            case 3 -> new Combination(PlayType.THREE_OF_A_KIND, sum);
            case 4 -> new Combination(PlayType.FOUR_OF_A_KIND, sum);
            case 5 -> new Combination(PlayType.FIVE_OF_A_KIND, sum);
            default -> INVALID;
        };
    }

    private static Combination straight(List<Piece> pieces, int[] counts, int sumOfNames) {
        Rank.Group group = pieces.getFirst().rank().group();
        if (group == Rank.Group.NONE) {
            return INVALID;
        }
        for (Piece piece : pieces) {
            if (piece.rank().group() != group || counts[piece.rank().ordinal()] > 2) {
                return INVALID;
            }
        }
        return switch (pieces.size()) {
            case 3 -> new Combination(PlayType.STRAIGHT, sumOfNames);
            case 4 -> new Combination(PlayType.EXTENDED_STRAIGHT, sumOfNames);
            case 5 -> new Combination(PlayType.EXTENDED_STRAIGHT_5, sumOfNames);
            default -> new Combination(PlayType.DOUBLE_STRAIGHT, Piece.sum(pieces));
        };
    }
}
