/**
 * How events and states of Liap Tui are kept as JSON, written by hand: no reflection, a fixed order of fields, and an
 * event's parts by who may see them. Start at {@code LiapTuiCodec}.
 */
@NullMarked
package io.liaptui.common.games.liaptui.codec;

import org.jspecify.annotations.NullMarked;
