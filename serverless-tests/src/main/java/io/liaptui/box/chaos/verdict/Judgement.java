package io.liaptui.box.chaos.verdict;

import java.util.List;

/**
 * What came of comparing one game.
 *
 * @param moves that were seen and looked up, each once
 */
public record Judgement(int moves, List<Finding> findings) {}
