/**
 * What was decided in a game of Liap Tui, as a player was shown it and as a log has it, in one form, so that the two can
 * be compared. Start at {@code Move}.
 */
@NullMarked
package io.liaptui.box.moves;

import org.jspecify.annotations.NullMarked;
