/**
 * The faults, one class each behind {@code Drill}, and the stage on which they are repeated and measured.
 */
@NullMarked
package io.liaptui.box.chaos.drills;

import org.jspecify.annotations.NullMarked;
