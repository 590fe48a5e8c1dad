package io.liaptui.box.front;

/** A function returned what a load balancer does not take; the message says what. */
final class BadAnswer extends Exception {
    private static final long serialVersionUID = 1;

    BadAnswer(String message) {
        super(message);
    }
}
