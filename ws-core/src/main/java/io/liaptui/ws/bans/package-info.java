/**
 * Who may not come in, as this node knows it: a list that is looked up in Redis every 2 s and on notice, and asked where
 * somebody comes in, never for a message. Start at {@code Bans}.
 */
@NullMarked
package io.liaptui.ws.bans;

import org.jspecify.annotations.NullMarked;
