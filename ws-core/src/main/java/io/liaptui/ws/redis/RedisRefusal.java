package io.liaptui.ws.redis;

/** Redis refused a call for what it is, so repeating it is no use: a defect, or keys that something else wrote. */
public final class RedisRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    RedisRefusal(String message) {
        super(message);
    }
}
