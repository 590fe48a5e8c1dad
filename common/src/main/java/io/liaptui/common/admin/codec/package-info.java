/** Commands and outcomes as JSON. */
@NullMarked
package io.liaptui.common.admin.codec;

import org.jspecify.annotations.NullMarked;
