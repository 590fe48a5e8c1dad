package io.liaptui.api.admin;

/** A command that is not sent, or could not be carried out. The message is for operators. */
final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;

    Refused(int status, String message) {
        super(message);
        this.status = status;
    }

    /** Of the answer. */
    int status() {
        return status;
    }
}
