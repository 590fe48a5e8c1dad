/**
 * Keeps finished rooms for good before their keys expire. Start at {@code LogArchive}; where and in which form they are
 * kept is in {@code io.liaptui.common.archive}.
 */
@NullMarked
package io.liaptui.ws.archive;

import org.jspecify.annotations.NullMarked;
