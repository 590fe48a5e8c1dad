package io.liaptui.api.rooms;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.liaptui.api.http.EntityTag;
import io.liaptui.common.redis.RoomFields;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/**
 * One room.
 *
 * @param timestamp seconds since 1970
 * @param owner id of the node that runs it, or ran it last
 * @param moves how often it changed its owner: by a crash, a deploy or an operator
 * @param version of its state; it rises with each stored batch of events
 * @param events the {@code sequence} of its last event
 */
public record RoomDetail(
        boolean success,
        BigDecimal timestamp,
        RoomView room,
        String owner,
        long moves,
        long version,
        @JsonProperty("event_count") long events) {
    static RoomDetail of(RoomFacts facts, long now) {
        return new RoomDetail(
                true,
                BigDecimal.valueOf(now, 3),
                RoomView.of(facts.summary()),
                facts.text(RoomFields.OWNER),
                facts.number(RoomFields.MOVES),
                facts.number(RoomFields.VERSION),
                facts.number(RoomFields.EVENTS));
    }

    /** Of what it shows; the time of day is no news. */
    String tag() {
        return EntityTag.of((room + owner + moves + '/' + version + '/' + events).getBytes(StandardCharsets.UTF_8));
    }
}
