package io.liaptui.common.replay;

/** What is stored does not fold. The message says where, is for people, and quotes nothing that is hidden. */
public final class BrokenHistory extends RuntimeException {
    private static final long serialVersionUID = 1;

    BrokenHistory(String message) {
        super(message);
    }
}
