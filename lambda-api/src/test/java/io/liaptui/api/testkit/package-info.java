/** A real Redis and a way to write into it as the game nodes do. */
@NullMarked
package io.liaptui.api.testkit;

import org.jspecify.annotations.NullMarked;
