/** Tests of the package of the same name. */
@NullMarked
package io.liaptui.common.games.liaptui.wire;

import org.jspecify.annotations.NullMarked;
