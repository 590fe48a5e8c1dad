/**
 * A room beside its game: who sits where, who is host, what it is up to. Pure like the rules of games. Start at
 * {@code RoomState}.
 */
@NullMarked
package io.liaptui.common.room;

import org.jspecify.annotations.NullMarked;
