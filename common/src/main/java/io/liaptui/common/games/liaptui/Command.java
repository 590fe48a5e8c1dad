package io.liaptui.common.games.liaptui;

import java.util.List;

/** What a player may ask for. */
public sealed interface Command {
    /** Whether a player with a weak hand wants all hands dealt anew. */
    record AnswerRedeal(boolean accept) implements Command {}

    /** How many piles the player means to capture, 0 to 8. */
    record Declare(int value) implements Command {}

    /** @param indices places in the player's hand, from 0, in the order in which they are to lie on the table */
    record PlayPieces(List<Integer> indices) implements Command {
        public PlayPieces {
            indices = List.copyOf(indices);
        }
    }
}
