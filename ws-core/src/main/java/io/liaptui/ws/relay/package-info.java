/**
 * Messages between the node that holds a socket and the node that owns a room. Start at {@code RelayMessage}.
 *
 * <p>How to build it: {@code new RedisRelay(vertx, options, redis, settings, me)}, {@code listen}, {@code start()}, and
 * {@code close()} at the end. Tests with several nodes in one process use {@code MemoryNetwork}, which passes messages
 * through the same codec and loses what a test wants lost.
 */
@NullMarked
package io.liaptui.ws.relay;

import org.jspecify.annotations.NullMarked;
