/** The commands and the box without its programs. */
@NullMarked
package io.liaptui.box.run;

import org.jspecify.annotations.NullMarked;
