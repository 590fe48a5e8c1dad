/**
 * Where rooms are kept: one script per change, each with a fence. Start at {@code RoomJournal}.
 */
@NullMarked
package io.liaptui.ws.journal;

import org.jspecify.annotations.NullMarked;
