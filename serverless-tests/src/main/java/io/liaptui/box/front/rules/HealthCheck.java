package io.liaptui.box.front.rules;

import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;

/**
 * How targets are checked.
 *
 * @param path asked with GET
 * @param port asked in place of the port that serves requests; empty for that one ({@code traffic-port})
 * @param timeout shorter than {@code interval}
 * @param healthyThreshold good checks in a row that bring an unhealthy target back; a new one needs one
 * @param unhealthyThreshold bad checks in a row that take a healthy target out
 * @param matcher the status codes that are good
 */
public record HealthCheck(
        String path,
        OptionalInt port,
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
