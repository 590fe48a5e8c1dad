/** The embedded Redis, real. */
@NullMarked
package io.liaptui.box.redis;

import org.jspecify.annotations.NullMarked;
