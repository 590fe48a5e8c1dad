/** The figures of the fleet over time. Start at {@code StatsHistoryResource}. */
@NullMarked
package io.liaptui.api.stats;

import org.jspecify.annotations.NullMarked;
