package io.liaptui.common.rules;

import java.util.List;

/** The answer of the rules to one input. */
public sealed interface Decision<E> {
    /** These things happen, in this order. Never empty. */
    record Accepted<E>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
            if (events.isEmpty()) {
                throw new IllegalArgumentException("an accepted input must have an effect");
            }
        }
    }

    /**
     * Nothing happens.
     *
     * @param reason for the player who asked: one sentence, no secrets
     */
    record Refused<E>(String reason) implements Decision<E> {}

    static <E> Decision<E> accepted(List<E> events) {
        return new Accepted<>(events);
    }

    static <E> Decision<E> refused(String reason) {
        return new Refused<>(reason);
    }
}
