/**
 * Every Redis key with its layout and lifetime, and the values that both services read. Start at {@code RedisKeys}.
 */
@NullMarked
package io.liaptui.common.redis;

import org.jspecify.annotations.NullMarked;
