package io.liaptui.common.admin;

import java.util.Locale;

/**
 * What came of a command at one node.
 *
 * @param detail for people
 * @param at milliseconds since 1970, by the clock of whoever says it
 */
public record AdminOutcome(State state, String detail, long at) {
    /** How far it is. */
    public enum State {
        /** The node has not answered yet. */
        SENT,
        RUNNING,
        DONE,
        FAILED;

        /** As in records and answers. */
        public String text() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** Nothing more will come. */
        public boolean isEnd() {
            return this == DONE || this == FAILED;
        }
    }
}
