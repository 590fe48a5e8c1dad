/** Helps tests of Liap Tui: pieces written as text, games played to their end, tables of cases. */
@NullMarked
package io.liaptui.common.games.liaptui.testkit;

import org.jspecify.annotations.NullMarked;
