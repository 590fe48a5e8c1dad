package io.liaptui.box.front;

import io.netty.channel.ConnectTimeoutException;
import java.util.concurrent.TimeoutException;

/** What the client is told when a node did not answer. */
record TargetFailure(int statusCode, String text) {
    static TargetFailure of(Throwable cause) {
        return isLate(cause) || (cause.getCause() != null && isLate(cause.getCause()))
                ? new TargetFailure(504, "The target did not answer in time")
                : new TargetFailure(502, "The target closed the connection or could not be reached");
    }

    private static boolean isLate(Throwable cause) {
        return cause instanceof TimeoutException || cause instanceof ConnectTimeoutException;
    }
}
