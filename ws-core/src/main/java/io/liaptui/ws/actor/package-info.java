/**
 * What actors are made of: a bounded mailbox that is drained by one thread at a time, and timers that only put
 * something into a mailbox. Start at {@code Mailbox}.
 */
@NullMarked
package io.liaptui.ws.actor;

import org.jspecify.annotations.NullMarked;
