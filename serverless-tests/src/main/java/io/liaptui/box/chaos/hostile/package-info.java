/**
 * Clients that do what no client should, each from one address, and bystanders who see what others feel of it. Entry
 * points: {@link io.liaptui.box.chaos.hostile.ControlFlood}, {@link io.liaptui.box.chaos.hostile.RoomFlood}.
 */
@NullMarked
package io.liaptui.box.chaos.hostile;

import org.jspecify.annotations.NullMarked;
