/** Tests of the package of the same name. */
@NullMarked
package io.liaptui.common.games.liaptui.codec;

import org.jspecify.annotations.NullMarked;
