/** Bans as Redis keeps them. */
@NullMarked
package io.liaptui.common.bans.codec;

import org.jspecify.annotations.NullMarked;
