package io.liaptui.api.state;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A room after one of its events (protocol 14).
 *
 * @param status of the room now
 * @param viewer as whom one looks: {@code spectator}, a seat such as {@code P1}, or {@code everyone} after the game
 * @param version number of the last event that is in it
 * @param timestamp when that happened, seconds since 1970; null before the first event
 * @param source {@code live} for the newest state of a room that is not over, else {@code reconstructed}
 * @param state see {@code StateJson}
 */
public record RoomAtVersion(
        boolean success,
        @JsonProperty("room_id") String room,
        String game,
        String status,
        String viewer,
        long version,
        @Nullable BigDecimal timestamp,
        @JsonProperty("state_source") String source,
        ObjectNode state,
        @JsonProperty("recovery_info") RecoveryInfo recoveryInfo) {

    /**
     * @param live whether the room still goes on
     * @param reconstructed always true: nothing is asked of the node that runs the room
     * @param processed how many events were folded, on top of a snapshot if that helped
     * @param last sequence of the room's last event
     */
    public record RecoveryInfo(
            @JsonProperty("live_state_available") boolean live,
            @JsonProperty("reconstructed_from_events") boolean reconstructed,
            @JsonProperty("events_processed") long processed,
            @JsonProperty("last_sequence") long last) {}
}
