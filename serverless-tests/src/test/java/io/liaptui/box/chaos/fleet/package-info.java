@NullMarked
package io.liaptui.box.chaos.fleet;

import org.jspecify.annotations.NullMarked;
