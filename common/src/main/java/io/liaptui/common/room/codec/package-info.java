/** How a room's events and state are kept as JSON, apart from its rules. */
@NullMarked
package io.liaptui.common.room.codec;

import org.jspecify.annotations.NullMarked;
