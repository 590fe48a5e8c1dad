package io.liaptui.ws.journal;

/** The journal did not answer in time. Nothing was decided; the caller may ask again. */
public final class JournalAway extends RuntimeException {
    private static final long serialVersionUID = 1;

    public JournalAway(String message) {
        super(message);
    }

    public JournalAway(String message, Throwable cause) {
        super(message, cause);
    }
}
