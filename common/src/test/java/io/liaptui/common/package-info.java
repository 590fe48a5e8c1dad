/** Tests of the whole module. */
@NullMarked
package io.liaptui.common;

import org.jspecify.annotations.NullMarked;
