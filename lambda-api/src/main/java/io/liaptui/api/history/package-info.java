/**
 * What happened in a room, event by event, for whoever may see it. Start at {@code HistoryResource}; {@code Projection}
 * turns stored batches into the page that one viewer gets.
 */
@NullMarked
package io.liaptui.api.history;

import org.jspecify.annotations.NullMarked;
