/**
 * The real processes that are done harm to: Redis servers, the box of nodes, function and front door, and the connection
 * of each node to Redis, which can be held up or cut. Start at {@code Fleet}.
 */
@NullMarked
package io.liaptui.box.chaos.fleet;

import org.jspecify.annotations.NullMarked;
