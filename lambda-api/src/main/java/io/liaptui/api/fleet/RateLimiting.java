package io.liaptui.api.fleet;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;

/**
 * The answer of {@code /api/metrics/rate_limits}: the figures of {@link RateLimits} in the original's other form.
 *
 * @param timestamp seconds since 1970
 */
public record RateLimiting(
        boolean success,
        BigDecimal timestamp,
        @JsonProperty("rate_limiting") Limits limits) {

    /** By what is limited. */
    public record Limits(
            boolean enabled,
            @JsonProperty("rest_api") RateLimits.Http rest,
            RateLimits.WebSocket websocket,
            Summary summary) {}

    /**
     * @param refused messages and upgrades
     */
    public record Summary(@JsonProperty("total_blocked") long refused) {}

    static RateLimiting of(RateLimits limits) {
        RateLimits.WebSocket sockets = limits.webSocket();
        return new RateLimiting(
                limits.success(),
                limits.timestamp(),
                new Limits(
                        limits.enabled(),
                        limits.http(),
                        sockets,
                        new Summary(sockets.refused() + sockets.turnedAway())));
    }
}
