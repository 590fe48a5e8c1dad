/** How much there is to read: the journal as a whole. Start at {@code EventStoreResource}. */
@NullMarked
package io.liaptui.api.events;

import org.jspecify.annotations.NullMarked;
