/** Who won how often. Start at {@code LeaderboardResource}. */
@NullMarked
package io.liaptui.api.leaderboard;

import org.jspecify.annotations.NullMarked;
