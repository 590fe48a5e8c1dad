package io.liaptui.box.lambda;

import io.vertx.core.buffer.Buffer;

/** How an invocation ended. */
public sealed interface Outcome {
    /**
     * The function answered.
     *
     * @param payload as posted, unread
     * @param cold whether the caller waited for the start of a process
     */
    record Answered(Buffer payload, boolean cold) implements Outcome {}

    /**
     * The function reported an error, could not start, or ended in the middle.
     *
     * @param type as {@code Runtime.ExitError} or the name of the exception
     * @param message for people
     */
    record Failed(String type, String message) implements Outcome {}

    /** Every process stayed busy: Lambda answers 429, which the load balancer turns into 502. */
    record Throttled() implements Outcome {}

    /** No answer within the function's timeout; its process was killed. */
    record TimedOut() implements Outcome {}
}
