/**
 * The leaderboard: what of a finished game counts, and how it stands in Redis. Nodes write it, the REST API reads it. Start
 * at {@code BoardKeys}.
 */
@NullMarked
package io.liaptui.common.board;

import org.jspecify.annotations.NullMarked;
