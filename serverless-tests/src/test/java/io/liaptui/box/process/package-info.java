/** Processes and what is left of them. */
@NullMarked
package io.liaptui.box.process;

import org.jspecify.annotations.NullMarked;
