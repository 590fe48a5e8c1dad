package io.liaptui.box.run;

/** Something a person can mend; the message is one clear line that says how. */
public final class BoxFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BoxFailure(String message) {
        super(message);
    }

    public BoxFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
