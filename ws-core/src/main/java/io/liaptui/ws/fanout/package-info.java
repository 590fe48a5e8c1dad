/**
 * The node's side of a room: which of its sockets watch it, and how what they ask reaches the owner, wherever that is.
 * Start at {@code Audience} (frames in) and {@code Courier} (commands out).
 */
@NullMarked
package io.liaptui.ws.fanout;

import org.jspecify.annotations.NullMarked;
