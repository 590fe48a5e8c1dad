@NullMarked
package io.liaptui.common.ids;

import org.jspecify.annotations.NullMarked;
