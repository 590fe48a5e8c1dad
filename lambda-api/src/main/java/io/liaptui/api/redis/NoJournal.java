package io.liaptui.api.redis;

/** There is no Redis at all, by setting; answered with 503. The message is for people. */
public final class NoJournal extends RuntimeException {
    private static final long serialVersionUID = 1;

    NoJournal() {
        super("There is no journal to read: the games run in the memory of one node, without Redis."
                + " Start it with a Redis to have this.");
    }
}
