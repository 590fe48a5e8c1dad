/** What is done before a snapshot of the process is taken (SnapStart), and after it was restored. Start at {@code Priming}. */
@NullMarked
package io.liaptui.api.snapshot;

import org.jspecify.annotations.NullMarked;
