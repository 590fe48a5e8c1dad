package io.liaptui.api.redis;

import org.jspecify.annotations.Nullable;

/** Redis did not answer in time or cannot serve reads now; answered with 503. The message is for people. */
public final class RedisAway extends RuntimeException {
    private static final long serialVersionUID = 1;

    RedisAway(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
