/**
 * Small names that check themselves: rooms, seats, nodes and the secret of a seat.
 */
@NullMarked
package io.liaptui.common.ids;

import org.jspecify.annotations.NullMarked;
