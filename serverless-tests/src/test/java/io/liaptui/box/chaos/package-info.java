@NullMarked
package io.liaptui.box.chaos;

import org.jspecify.annotations.NullMarked;
