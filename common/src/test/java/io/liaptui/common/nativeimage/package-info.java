/** What a native image needs and a JVM does not, as far as a JVM can tell. */
@NullMarked
package io.liaptui.common.nativeimage;

import org.jspecify.annotations.NullMarked;
