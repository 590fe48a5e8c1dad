/**
 * Messages for sockets: encoded once, with holes for what one seat alone may see. Start at {@code Frame}.
 */
@NullMarked
package io.liaptui.common.wire;

import org.jspecify.annotations.NullMarked;
