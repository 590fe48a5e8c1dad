package io.liaptui.api.http;

/** What was asked for does not exist; answered with 404. */
public final class NotThere extends RuntimeException {
    private static final long serialVersionUID = 1;

    public NotThere(String message) {
        super(message);
    }
}
