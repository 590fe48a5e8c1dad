package io.liaptui.common.history;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.ids.Seat;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What there is to say of an event or a state, apart by who may know it. {@link Redaction} is the only reader that shows
 * it to anybody.
 *
 * @param all what everybody may know
 * @param own what one seat alone may also know while the game runs
 * @param secret what nobody may know before the game is over
 */
public record Parts(ObjectNode all, Map<Seat, ObjectNode> own, ObjectNode secret) {
    public Parts {
        own = Collections.unmodifiableMap(new TreeMap<>(own));
    }

    /** Without the hidden parts: records end up in logs. */
    @Override
    public String toString() {
        return "Parts[" + all + ']';
    }
}
