/** The list of rooms. Start at {@code RoomsResource}. */
@NullMarked
package io.liaptui.api.rooms;

import org.jspecify.annotations.NullMarked;
