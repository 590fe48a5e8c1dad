/** Tests of the rules of Liap Tui. */
@NullMarked
package io.liaptui.common.games.liaptui;

import org.jspecify.annotations.NullMarked;
