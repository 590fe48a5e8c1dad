/**
 * A player that needs no hands: speaks the protocol of the existing browser client, from lobby to game over, and plays
 * legal moves. Journeys, load and chaos are made of it. Start at {@code ScriptedPlayer}.
 */
@NullMarked
package io.liaptui.box.player;

import org.jspecify.annotations.NullMarked;
