/**
 * Compares, in the background, the lists of rooms with what the rooms' hashes say and with what runs here; counts what
 * does not fit and repairs what is safe. Start at {@code Audit}.
 */
@NullMarked
package io.liaptui.ws.audit;

import org.jspecify.annotations.NullMarked;
