package io.liaptui.common.room;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of {@link RoomRules} to a request. */
public sealed interface RoomVerdict {
    /** These things happen, in this order; nothing at all is fine too. */
    record Accepted(List<RoomEvent> events) implements RoomVerdict {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /**
     * Nothing happens.
     *
     * @param type of the error on the wire, if it has one
     * @param message for the player
     */
    record Refused(@Nullable String type, String message) implements RoomVerdict {}

    static RoomVerdict accepted(RoomEvent... events) {
        return new Accepted(List.of(events));
    }

    static RoomVerdict refused(String type, String message) {
        return new Refused(type, message);
    }
}
