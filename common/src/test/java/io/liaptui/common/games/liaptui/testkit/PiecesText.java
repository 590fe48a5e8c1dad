package io.liaptui.common.games.liaptui.testkit;

import io.liaptui.common.games.liaptui.Hand;
import io.liaptui.common.games.liaptui.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Pieces as test tables write them: {@code R:general R:chariot B:soldier*3}. */
public final class PiecesText {
    private PiecesText() {}

    public static Hand hand(String text) {
        return new Hand(pieces(text));
    }

    public static List<Piece> pieces(String text) {
        List<Piece> pieces = new ArrayList<>();
        for (String word : text.trim().split("\\s+")) {
            String[] parts = word.split("[:*]");
            String colour = parts[0].equals("R") ? "_RED" : "_BLACK";
            Piece piece = Piece.valueOf(parts[1].toUpperCase(Locale.ROOT) + colour);
            int copies = parts.length > 2 ? Integer.parseInt(parts[2]) : 1;
            for (int i = 0; i < copies; i++) {
                pieces.add(piece);
            }
        }
        return pieces;
    }
}
