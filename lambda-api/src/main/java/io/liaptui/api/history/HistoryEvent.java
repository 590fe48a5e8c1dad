package io.liaptui.api.history;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.common.history.Redaction;
import io.liaptui.common.history.StoredEvent;
import io.liaptui.common.history.Viewer;
import io.liaptui.common.ids.RoomId;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One event as REST shows it (protocol 14, with {@code seat} and {@code by} added).
 *
 * @param sequence number in its room, from 1
 * @param payload what this viewer may know of it
 * @param player name of who acted, if somebody did
 * @param seat of who acted, such as {@code P1}
 * @param by {@code human}, {@code bot}, {@code stand-in} or {@code turn-limit}
 * @param timestamp seconds since 1970
 * @param created the same in ISO 8601
 */
public record HistoryEvent(
        long sequence,
        @JsonProperty("room_id") String room,
        @JsonProperty("event_type") String type,
        ObjectNode payload,
        @JsonProperty("player_id") @Nullable String player,
        @Nullable String seat,
        @Nullable String by,
        BigDecimal timestamp,
        @JsonProperty("created_at") String created) {

    /**
     * A stored event as a viewer gets it.
     *
     * @param time milliseconds since 1970
     */
    public static HistoryEvent of(RoomId room, long sequence, long time, StoredEvent event, Viewer viewer) {
        return new HistoryEvent(
                sequence,
                room.value(),
                event.type(),
                Redaction.payload(event, viewer),
                event.player(),
                event.seat() == null ? null : event.seat().label(),
                event.by(),
                BigDecimal.valueOf(time, 3),
                Instant.ofEpochMilli(time).toString());
    }
}
