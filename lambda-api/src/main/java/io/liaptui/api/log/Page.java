package io.liaptui.api.log;

import io.liaptui.common.history.Entry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is stored of a room around a cursor.
 *
 * @param entries in order; at its edges events that were not asked for
 * @param reached everything up to this event (or down to it, for a page before a cursor) was looked at; null if there is
 *     nothing beyond
 */
public record Page(
        StoredRoom room, List<Entry> entries, @Nullable Long reached) {}
