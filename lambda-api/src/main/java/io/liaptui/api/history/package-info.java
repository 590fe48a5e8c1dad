/**
 * What happened in a room, event by event, for whoever may see it. Start at {@code HistoryResource}; {@code
 * HistoryReader} fetches a page, {@code SeatProof} says who asks, and {@code common.history.Redaction} decides what of
 * it is shown.
 */
@NullMarked
package io.liaptui.api.history;

import org.jspecify.annotations.NullMarked;
