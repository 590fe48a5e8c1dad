/**
 * The figures of the whole fleet, one point a minute, for plots. Start at {@code MinuteWriter}.
 */
@NullMarked
package io.liaptui.ws.stats;

import org.jspecify.annotations.NullMarked;
