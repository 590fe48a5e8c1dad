/** Hostile clients are what they say. */
@org.jspecify.annotations.NullMarked
package io.liaptui.box.chaos.hostile;
