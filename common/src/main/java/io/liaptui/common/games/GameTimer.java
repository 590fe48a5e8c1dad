package io.liaptui.common.games;

import java.time.Duration;

/**
 * A timer of a game with its duration at pace 1; a setting of its own in every room service.
 *
 * @param name as {@code Game.pace} names it, such as {@code reveal}
 * @param normal duration at pace 1
 * @param forHumans somebody has to decide within it, so no pace makes it shorter than 2 s
 */
public record GameTimer(String name, Duration normal, boolean forHumans) {}
