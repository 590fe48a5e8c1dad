/**
 * What Liap Tui says and hears over sockets, field by field as the existing browser client expects it. Messages are
 * made from views only. Start at {@code LiapTuiWire}.
 */
@NullMarked
package io.liaptui.common.games.liaptui.wire;

import org.jspecify.annotations.NullMarked;
