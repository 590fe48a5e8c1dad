/**
 * The only way to Redis: pipelined reads with a deadline, nothing before the first request. Start at {@code
 * RedisReads}.
 */
@NullMarked
package io.liaptui.api.redis;

import org.jspecify.annotations.NullMarked;
