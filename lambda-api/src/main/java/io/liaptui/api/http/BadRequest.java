package io.liaptui.api.http;

/** A parameter that cannot be meant; answered with 400. The message names it and says what is allowed. */
public final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BadRequest(String message) {
        super(message);
    }
}
