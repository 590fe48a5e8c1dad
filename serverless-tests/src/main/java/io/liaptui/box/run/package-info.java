/**
 * The box: Redis, nodes, function and front door started together, watched and ended together, and the commands that
 * people give it. {@code Liap} is the main class; {@code Box} is what tests start.
 */
@NullMarked
package io.liaptui.box.run;

import org.jspecify.annotations.NullMarked;
