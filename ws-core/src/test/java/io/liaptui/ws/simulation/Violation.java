package io.liaptui.ws.simulation;

/** An invariant does not hold; the message says which and why. */
final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1;

    Violation(String invariant, String what) {
        super("invariant " + invariant + ": " + what);
    }
}
