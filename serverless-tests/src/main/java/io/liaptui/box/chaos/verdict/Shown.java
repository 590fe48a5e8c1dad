package io.liaptui.box.chaos.verdict;

import io.liaptui.box.moves.Move;
import java.util.List;

/**
 * What one player was shown.
 *
 * @param moves oldest first
 */
public record Shown(String player, List<Move> moves) {}
