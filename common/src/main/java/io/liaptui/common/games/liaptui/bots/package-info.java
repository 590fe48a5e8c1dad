/**
 * Bots of Liap Tui in two strengths. They see what a player on their seat sees and nothing else; chance is forked from
 * the game's generator, so that the same state gives the same move. Start at {@code LiapTuiBots}.
 */
@NullMarked
package io.liaptui.common.games.liaptui.bots;

import org.jspecify.annotations.NullMarked;
