package io.liaptui.ws.redis;

/**
 * Redis did not answer in time, the connection broke, or the answer says nothing of the call's fate (full, loading, read
 * only …). The call was carried out or not, or will be.
 */
public final class NoAnswer extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoAnswer(String message) {
        // Thousands fail at once in an outage, and the stack says nothing: the calls are asynchronous
        super(message, null, false, false);
    }
}
