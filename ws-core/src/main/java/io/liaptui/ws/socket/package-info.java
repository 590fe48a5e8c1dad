/**
 * The edge: sockets, their handshake and limits, and what a client may say on which channel. Knows no game. Start at
 * {@code GameSocket}.
 */
@NullMarked
package io.liaptui.ws.socket;

import org.jspecify.annotations.NullMarked;
