/**
 * Which nodes live, and when a room may be claimed. Start at {@code Nodes}.
 */
@NullMarked
package io.liaptui.ws.ownership;

import org.jspecify.annotations.NullMarked;
