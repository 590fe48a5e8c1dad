/** What a node measures of itself: the port that its parts call, so that none of them knows the metrics library. */
@NullMarked
package io.liaptui.ws.measure;

import org.jspecify.annotations.NullMarked;
