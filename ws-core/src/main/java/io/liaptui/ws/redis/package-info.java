/**
 * Dedicated, pipelined connections to Redis whose every call ends in time. Start at {@code RedisLine}; the journal, the
 * registry of nodes and the relay each hold their own.
 */
@NullMarked
package io.liaptui.ws.redis;

import org.jspecify.annotations.NullMarked;
