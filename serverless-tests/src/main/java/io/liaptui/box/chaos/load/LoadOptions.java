package io.liaptui.box.chaos.load;

import java.time.Duration;

/**
 * How much is played, and how fast.
 *
 * @param games in progress at a time
 * @param leastThought of a player before an answer
 * @param mostThought of a player before an answer
 */
public record LoadOptions(int games, Duration leastThought, Duration mostThought) {}
