/** Settings, health, and how the parts of a node are put together. Start at {@code Wiring}. */
@NullMarked
package io.liaptui.ws.ops;

import org.jspecify.annotations.NullMarked;
