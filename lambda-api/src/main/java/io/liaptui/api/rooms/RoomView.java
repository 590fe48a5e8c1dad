package io.liaptui.api.rooms;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.redis.RoomSummary;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A room in lists: the {@code RoomSummary} of the wire protocol, with {@code game} and {@code status}.
 *
 * @param slots by seat label, null where nobody sits; names are what players typed, verified by nobody
 * @param players the same as a list
 */
public record RoomView(
        @JsonProperty("room_id") String room,
        @JsonProperty("host_name") @Nullable String host,
        boolean started,
        Map<String, @Nullable JsonNode> slots,
        List<@Nullable JsonNode> players,
        @JsonProperty("occupied_slots") int occupied,
        @JsonProperty("total_slots") int total,
        @JsonProperty("created_at") String created,
        @JsonProperty("last_activity") String touched,
        String game,

        @Schema(enumeration = {"open", "running", "finished", "archived", "closed", "broken"})
        String status) {
    /** As the room's hash says. */
    public static RoomView of(RoomSummary room) {
        Map<String, @Nullable JsonNode> slots = new LinkedHashMap<>();
        for (int i = 0; i < room.seats().size(); i++) {
            slots.put(new Seat(i).label(), room.seats().get(i));
        }
        return new RoomView(
                room.room().value(),
                room.host(),
                room.started(),
                slots,
                room.seats(),
                room.occupied(),
                room.seats().size(),
                Instant.ofEpochMilli(room.created()).toString(),
                Instant.ofEpochMilli(room.touched()).toString(),
                room.game(),
                room.status());
    }
}
