package io.liaptui.box.front;

import io.netty.channel.ConnectTimeoutException;
import java.util.concurrent.TimeoutException;

/** What the client is told when a node did not answer. */
record TargetFailure(int statusCode, String text) {
    static TargetFailure of(Throwable cause) {
        boolean late = cause instanceof TimeoutException || cause instanceof ConnectTimeoutException;
        return late
                ? new TargetFailure(504, "The target did not answer in time")
                : new TargetFailure(502, "The target closed the connection or could not be reached");
    }
}
