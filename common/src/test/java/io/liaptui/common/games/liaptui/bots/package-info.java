/** Tests of the bots of Liap Tui. */
@NullMarked
package io.liaptui.common.games.liaptui.bots;

import org.jspecify.annotations.NullMarked;
