/** What only the native compiler reads: where a library mentions classes that are not there, it is told what to put instead. */
@NullMarked
package io.liaptui.common.nativeimage;

import org.jspecify.annotations.NullMarked;
