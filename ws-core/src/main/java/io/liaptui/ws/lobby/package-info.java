/** Creates and lists rooms, and tells every lobby socket when the list changes. Start at {@code Lobby}. */
@NullMarked
package io.liaptui.ws.lobby;

import org.jspecify.annotations.NullMarked;
