package io.liaptui.box.front.rules;

/** The rules file says something that AWS, or this front door, would refuse. The message names the place and the reason. */
public final class InvalidListenerRules extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidListenerRules(String message) {
        super(message);
    }
}
