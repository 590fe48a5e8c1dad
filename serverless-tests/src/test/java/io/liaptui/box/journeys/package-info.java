/** Whole journeys through the packaged box, as players and operators see it. */
@NullMarked
package io.liaptui.box.journeys;

import org.jspecify.annotations.NullMarked;
