/** Liap Tui as the services see it. Start at {@code LiapTuiModule}. */
@NullMarked
package io.liaptui.common.games.liaptui.module;

import org.jspecify.annotations.NullMarked;
