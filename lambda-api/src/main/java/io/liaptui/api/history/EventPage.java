package io.liaptui.api.history;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of a room's history, oldest first; both paths answer with it, so it has the fields of both in protocol 14.
 *
 * @param status of the room; once it is over, everything is shown
 * @param viewer as whom one reads: {@code spectator}, a seat such as {@code P1}, or {@code everyone} after the game
 * @param since the page holds events after this one; null if it was asked for with {@code before}
 * @param before the page holds events before this one; null if it was asked for with {@code since}
 * @param next what to ask for with {@code since} to get the following page; null if there is none yet
 * @param previous what to ask for with {@code before} to get the page before; null if there is none
 */
public record EventPage(
        boolean success,
        @JsonProperty("room_id") String room,
        String status,
        String viewer,
        @JsonProperty("since_sequence") @Nullable Long since,
        @JsonProperty("before_sequence") @Nullable Long before,
        @JsonProperty("event_count") int count,
        List<HistoryEvent> events,
        @Nullable Long next,
        @Nullable Long previous,
        Analysis analysis,
        @JsonProperty("recovery_info") RecoveryInfo recoveryInfo) {

    /**
     * Of this page.
     *
     * @param first sequence of its first event, null if it is empty
     * @param last sequence of its last event, null if it is empty
     * @param types in it, each once, sorted
     */
    public record Analysis(
            @JsonProperty("first_event") @Nullable Long first,
            @JsonProperty("last_event") @Nullable Long last,
            @JsonProperty("event_types") List<String> types) {}

    /**
     * @param latest sequence of the room's last event
     * @param more true if events follow this page; with a filter, if events that were not looked at do
     */
    public record RecoveryInfo(
            @JsonProperty("latest_sequence") long latest,
            @JsonProperty("has_more_events") boolean more) {}
}
