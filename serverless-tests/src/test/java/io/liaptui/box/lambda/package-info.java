/** The Lambda runtime against a real function process. Start at {@code LambdaRuntimeTest}. */
@NullMarked
package io.liaptui.box.lambda;

import org.jspecify.annotations.NullMarked;
