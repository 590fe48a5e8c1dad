/**
 * Messages between the node that holds a socket and the node that owns a room. Start at {@code RelayMessage}.
 */
@NullMarked
package io.liaptui.ws.relay;

import org.jspecify.annotations.NullMarked;
