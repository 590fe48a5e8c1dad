/**
 * Recorded events, who may see what of them, and how they stand in a room's log. Start at {@code Entry}.
 */
@NullMarked
package io.liaptui.common.history;

import org.jspecify.annotations.NullMarked;
