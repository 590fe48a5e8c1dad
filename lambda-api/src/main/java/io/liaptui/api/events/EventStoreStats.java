package io.liaptui.api.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the journal holds (protocol 14). The archive is not counted. */
public record EventStoreStats(boolean success, Statistics statistics, StoreHealth health, Features features) {

    /**
     * @param total events of the rooms that were counted
     * @param current the highest number of an event in any of them: numbers belong to rooms here
     * @param withEvents how many rooms were counted
     * @param lastDay events of the last 24 hours; null if a counted room is older, because its older events are not known
     *     apart
     * @param rooms how many rooms there are; if more than were counted, the sums are of the last touched
     * @param byRoom of the last touched
     */
    public record Statistics(
            @JsonProperty("total_events") long total,
            @JsonProperty("current_sequence") long current,
            @JsonProperty("rooms_with_events") int withEvents,
            @JsonProperty("events_last_24h") @Nullable Long lastDay,
            @JsonProperty("rooms_total") long rooms,
            @JsonProperty("room_stats") Map<String, RoomStats> byRoom) {}

    /**
     * @param lastActivity ISO 8601
     */
    public record RoomStats(
            @JsonProperty("event_count") long events,
            String status,
            @JsonProperty("last_activity") String lastActivity) {}

    /**
     * @param checked seconds since 1970
     */
    public record StoreHealth(
            String status,
            @JsonProperty("database_accessible") boolean accessible,
            @JsonProperty("total_events") long total,
            @JsonProperty("current_sequence") long current,
            @JsonProperty("last_check") BigDecimal checked) {}

    /** What this server can do with its events. */
    public record Features(
            @JsonProperty("event_persistence") boolean persistence,
            @JsonProperty("state_reconstruction") boolean reconstruction,
            @JsonProperty("client_recovery") boolean recovery) {}
}
