package io.liaptui.box.lambda;

import java.time.Duration;

/**
 * What a function may use.
 *
 * @param concurrency most processes at once, at least 1
 * @param warm processes that are started before anyone asks, as provisioned concurrency does
 * @param timeout of one invocation
 * @param initTimeout from the start of a process to its first question for work. AWS gives 10 s on a machine of its own
 * @param patience how long an invocation waits for one of {@code concurrency} busy processes before it is throttled. AWS
 *     has no such wait, but a thousand processes where a laptop has two: docs/decisions/017-lambda-runtime.md
 */
public record FunctionLimits(int concurrency, int warm, Duration timeout, Duration initTimeout, Duration patience) {
    public FunctionLimits {
        if (concurrency < 1 || warm < 0 || warm > concurrency) {
            throw new IllegalArgumentException(
                    "concurrency must be at least 1 and warm at most that, not " + concurrency + " and " + warm);
        }
    }
}
