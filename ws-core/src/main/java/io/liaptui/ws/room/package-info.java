/**
 * Rooms: one actor each, one owner, inputs strictly in order. An input is decided, its events are stored, and only then
 * is anybody told. Start at {@code Room}; {@code Rooms} finds or opens them.
 */
@NullMarked
package io.liaptui.ws.room;

import org.jspecify.annotations.NullMarked;
