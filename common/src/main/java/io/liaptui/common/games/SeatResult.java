package io.liaptui.common.games;

import io.liaptui.common.ids.Seat;

/**
 * What a seat achieved in a game that came to its end, for the leaderboard.
 *
 * @param won several seats may have won one game
 * @param points at the end, may be negative
 * @param rounds that were played
 * @param hits rounds in which the seat did exactly what it had declared; 0 for games without declarations
 */
public record SeatResult(Seat seat, boolean won, int points, int rounds, int hits) {}
