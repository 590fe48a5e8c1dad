/**
 * Whole games for those who want to watch them again or look into them. Start at {@code ReplayResource}; {@code
 * DebugResource} answers the questions of operators.
 */
@NullMarked
package io.liaptui.api.replay;

import org.jspecify.annotations.NullMarked;
