/**
 * Health and figures of all game nodes, from what they write into Redis. Start at {@code Fleet}; the endpoints are
 * {@code HealthResource} and {@code StatsResource}.
 */
@NullMarked
package io.liaptui.api.fleet;

import org.jspecify.annotations.NullMarked;
