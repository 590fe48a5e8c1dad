/**
 * Rooms as they were: folds what is stored with the rules that play it. Start at {@code PastRoom}; what of it a viewer
 * gets is decided by {@code history.Redaction}.
 */
@NullMarked
package io.liaptui.common.replay;

import org.jspecify.annotations.NullMarked;
