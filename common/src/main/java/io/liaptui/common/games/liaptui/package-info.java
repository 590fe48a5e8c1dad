/**
 * The rules of Liap Tui: 32 pieces, four hidden hands, declarations and turns, up to 50 points. Pure values, without
 * JSON, clock or chance of their own. Start at {@code LiapTui}, then {@code Phase} and {@code Event}.
 */
@NullMarked
package io.liaptui.common.games.liaptui;

import org.jspecify.annotations.NullMarked;
