package io.liaptui.box.front.rules;

import java.time.Duration;
import java.util.List;

/**
 * How targets are checked.
 *
 * @param path asked with GET on the target's own port
 * @param timeout shorter than {@code interval}
 * @param healthyThreshold good checks in a row that bring an unhealthy target back; a new one needs one
 * @param unhealthyThreshold bad checks in a row that take a healthy target out
 * @param matcher the status codes that are good
 */
public record HealthCheck(
        String path,
        Duration interval,
        Duration timeout,
        int healthyThreshold,
        int unhealthyThreshold,
        List<Codes> matcher) {
    public HealthCheck {
        matcher = List.copyOf(matcher);
    }

    /** Whether an answer with this status code is a passed check. */
    public boolean isGood(int statusCode) {
        return matcher.stream().anyMatch(codes -> codes.contain(statusCode));
    }

    /** A code or a range of codes, both ends included. */
    public record Codes(int first, int last) {
        boolean contain(int statusCode) {
            return first <= statusCode && statusCode <= last;
        }
    }
}
