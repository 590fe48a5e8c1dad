/**
 * Rooms as they were after any event, folded from what is stored. Start at {@code StateResource}; {@code Pasts} fetches
 * and folds, {@code StateJson} is what a viewer sees of it.
 */
@NullMarked
package io.liaptui.api.state;

import org.jspecify.annotations.NullMarked;
