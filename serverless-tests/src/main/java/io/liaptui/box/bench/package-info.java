/** {@code ./liap bench rest}: what the function costs, measured on the packaged zip. Start at {@code BenchCommand}. */
@NullMarked
package io.liaptui.box.bench;

import org.jspecify.annotations.NullMarked;
