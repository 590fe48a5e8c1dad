package io.liaptui.box.front;

/** How one invocation of a function ended. */
public sealed interface LambdaAnswer {
    /**
     * The function returned.
     *
     * @param json what it returned, unread
     * @param coldStart whether its process was started for this invocation
     */
    record Payload(byte[] json, boolean coldStart) implements LambdaAnswer {}

    /** The function threw, its process died, or it could not be started: the client gets 502. */
    record FunctionError(String type, String message) implements LambdaAnswer {}

    /** The function did not return within its time: the client gets 504. */
    record TimedOut() implements LambdaAnswer {}
}
