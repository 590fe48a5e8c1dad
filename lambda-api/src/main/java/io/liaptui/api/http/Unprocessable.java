package io.liaptui.api.http;

/** A body that can be read, but not meant; answered with 422. The message says what is wrong and what is allowed. */
public final class Unprocessable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Unprocessable(String message) {
        super(message);
    }
}
