/**
 * Every message on the wire that does not belong to one game: what clients may say ({@code ClientMessage}), what they
 * are told ({@code ServerMessage}), and the close codes. Source: docs/protocol.md.
 */
@NullMarked
package io.liaptui.common.protocol;

import org.jspecify.annotations.NullMarked;
