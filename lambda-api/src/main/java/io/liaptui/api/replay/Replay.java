package io.liaptui.api.replay;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A game to watch again, or a part of it. A client that shows {@code frames} as if they came over a socket shows the game
 * as its players saw it.
 *
 * @param viewer as whom one watches: {@code spectator}, a seat such as {@code P1}, or {@code everyone} after the game
 * @param startedAt when the game began, seconds since 1970; null if it has not
 * @param since this part begins after this event
 * @param next what to ask for with {@code since} to get the following part; null if there is none yet
 * @param broken why the replay ends before the game did, for people; null if it does not
 * @param state after {@code since}
 * @param frames what brings a client that knows nothing up to date at {@code since}
 * @param steps what happened then
 */
public record Replay(
        boolean success,
        @JsonProperty("room_id") String room,
        String game,
        String status,
        String viewer,
        @JsonProperty("started_at") @Nullable BigDecimal startedAt,
        @JsonProperty("latest_sequence") long latest,
        @JsonProperty("since_sequence") long since,
        @Nullable Long next,
        @Nullable String broken,
        ObjectNode state,
        List<RawJson> frames,
        List<Step> steps) {

    /**
     * What one accepted input did.
     *
     * @param sequence of the last of its events: the version that {@code /state} knows it by
     * @param timestamp seconds since 1970
     * @param frames what this viewer was told of the game, as sent over sockets
     */
    public record Step(long sequence, BigDecimal timestamp, List<Event> events, List<RawJson> frames) {}

    /** An event as in the history, without what its step says. */
    public record Event(
            long sequence,
            @JsonProperty("event_type") String type,
            ObjectNode payload,
            @JsonProperty("player_id") @Nullable String player,
            @Nullable String seat,
            @Nullable String by) {}
}
