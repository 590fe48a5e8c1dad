package io.liaptui.box.front.rules;

import java.time.Duration;

/** A target group of the file; its settings carry the names of {@code aws_lb_target_group}. */
public sealed interface TargetGroup {
    /** Its key in the file. */
    String key();

    /**
     * Processes with an address.
     *
     * @param deregistrationDelay how long a removed target may go on with what it serves
     */
    record Ip(String key, Balancing balancing, Duration deregistrationDelay, HealthCheck healthCheck)
            implements TargetGroup {}

    /**
     * One function.
     *
     * @param multiValueHeaders which of the two forms events and answers have
     * @param timeout {@code functions.KEY.timeout}: the function's own time limit
     */
    record Lambda(String key, boolean multiValueHeaders, Duration timeout) implements TargetGroup {}

    /** {@code load_balancing_algorithm_type}. */
    enum Balancing {
        ROUND_ROBIN,
        LEAST_OUTSTANDING_REQUESTS
    }
}
