package io.liaptui.box.player;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The kinds of play (rules, section 7), named as on the wire. */
enum PlayType {
    SINGLE,
    PAIR,
    THREE_OF_A_KIND,
    STRAIGHT,
    FOUR_OF_A_KIND,
    EXTENDED_STRAIGHT,
    FIVE_OF_A_KIND,
    EXTENDED_STRAIGHT_5,
    DOUBLE_STRAIGHT,
    INVALID;

    private static final Set<String> COURT = Set.of("GENERAL", "ADVISOR", "ELEPHANT");
    private static final Set<String> FIELD = Set.of("CHARIOT", "HORSE", "CANNON");

    static PlayType of(List<Piece> pieces) {
        if (pieces.size() == 1) {
            return SINGLE;
        }
        if (pieces.stream().map(Piece::red).distinct().count() != 1) {
            return INVALID;
        }
        Map<String, Integer> counts = new TreeMap<>();
        pieces.forEach(piece -> counts.merge(piece.name(), 1, Integer::sum));
        if (counts.size() == 1) {
            return ofAKind(pieces.size(), counts.keySet().iterator().next());
        }
        boolean court = counts.keySet().equals(COURT);
        return court || counts.keySet().equals(FIELD) ? straight(counts.values(), pieces.size(), court) : INVALID;
    }

    private static PlayType ofAKind(int size, String name) {
        if (size == 2) {
            return PAIR;
        }
        if (!name.equals("SOLDIER")) {
            return INVALID;
        }
        return switch (size) {
            case 3 -> THREE_OF_A_KIND;
            case 4 -> FOUR_OF_A_KIND;
            case 5 -> FIVE_OF_A_KIND;
            default -> INVALID;
        };
    }

    private static PlayType straight(Collection<Integer> counts, int size, boolean court) {
        boolean atMostTwo = counts.stream().allMatch(count -> count <= 2);
        return switch (size) {
            case 3 -> STRAIGHT;
            case 4 -> EXTENDED_STRAIGHT;
            case 5 -> atMostTwo ? EXTENDED_STRAIGHT_5 : INVALID;
            case 6 -> atMostTwo && !court ? DOUBLE_STRAIGHT : INVALID;
            default -> INVALID;
        };
    }
}
