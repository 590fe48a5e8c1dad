package io.liaptui.api.rooms;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.liaptui.api.http.EntityTag;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Rooms, the last touched first.
 *
 * @param timestamp seconds since 1970
 * @param count how many follow
 */
public record RoomList(
        boolean success,
        BigDecimal timestamp,
        @JsonProperty("room_count") int count,
        List<RoomView> rooms) {
    /** Of what it shows; the time of day is no news. */
    String tag() {
        return EntityTag.of(rooms.toString().getBytes(StandardCharsets.UTF_8));
    }
}
