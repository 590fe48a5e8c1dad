@NullMarked
package io.liaptui.box.chaos.load;

import org.jspecify.annotations.NullMarked;
