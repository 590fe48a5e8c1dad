/** Tests of the package of the same name. */
@NullMarked
package io.liaptui.common.games.liaptui.module;

import org.jspecify.annotations.NullMarked;
