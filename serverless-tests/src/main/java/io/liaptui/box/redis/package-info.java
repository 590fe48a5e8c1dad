/** The Redis of the box: an embedded real server whose rooms outlive the box, or one that is given by URL. */
@NullMarked
package io.liaptui.box.redis;

import org.jspecify.annotations.NullMarked;
