/**
 * How often something may happen, and how much of it there may be at a time: token buckets and counts, each for one key such
 * as a client's address. Knows no socket and no room; the state is this node's own.
 */
@NullMarked
package io.liaptui.ws.limits;

import org.jspecify.annotations.NullMarked;
