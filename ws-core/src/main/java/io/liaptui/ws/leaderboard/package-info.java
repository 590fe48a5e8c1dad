/**
 * Counts finished games for the leaderboard. Start at {@code ScoreKeeper}.
 */
@NullMarked
package io.liaptui.ws.leaderboard;

import org.jspecify.annotations.NullMarked;
