/**
 * The plug that every game fits; sees only the JDK and ids. Start at {@code Game}.
 */
@NullMarked
package io.liaptui.common.rules;

import org.jspecify.annotations.NullMarked;
