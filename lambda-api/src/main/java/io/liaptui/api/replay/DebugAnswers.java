package io.liaptui.api.replay;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.liaptui.api.http.Envelope;
import io.liaptui.common.replay.Check;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the debug endpoints answer (protocol 14). */
final class DebugAnswers {
    private DebugAnswers() {}

    /**
     * @param message what is wrong, for people
     * @param hashes how many states were compared with what their writers had
     * @param diagnostics only when invalid
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Validation(
            boolean valid,
            String message,
            List<Check.Gap> gaps,
            @JsonProperty("total_events") long events,
            @JsonProperty("first_sequence") @Nullable Long first,
            @JsonProperty("last_sequence") @Nullable Long last,
            @JsonProperty("hashes_compared") int hashes,
            @Nullable Diagnostics diagnostics) {}

    public record Diagnostics(
            @JsonProperty("duplicate_sequences") Map<Long, Integer> duplicates,
            @JsonProperty("total_unique_sequences") long unique) {}

    /**
     * @param state after the last event; null if that cannot be had
     */
    public record Reconstruction(
            @JsonProperty("room_id") String room,
            String viewer,
            @JsonProperty("reconstructed_state") @Nullable ObjectNode state,
            Validation validation,
            Statistics statistics) {}

    /**
     * @param first sequence of the first event
     * @param last sequence of the last event
     */
    public record Statistics(
            @JsonProperty("total_events") long events,
            @JsonProperty("event_types") Map<String, Long> types,
            @JsonProperty("first_event") @Nullable Long first,
            @JsonProperty("last_event") @Nullable Long last) {}

    /**
     * @param state after the last event of this part; null if that cannot be had
     * @param next what to ask for with {@code since} to get the following part; null if there is none
     */
    public record Export(
            @JsonProperty("room_id") String room,
            String viewer,
            @JsonProperty("total_events") int events,
            @JsonProperty("event_types") List<String> types,
            @JsonProperty("events_by_type") Map<String, List<Exported>> byType,
            @JsonProperty("reconstructed_state") @Nullable ObjectNode state,
            List<Moment> timeline,
            @Nullable Long next) {}

    /**
     * @param timestamp seconds since 1970
     */
    public record Exported(
            long sequence, BigDecimal timestamp, @Nullable String player, ObjectNode payload) {}

    /**
     * @param timestamp seconds since 1970
     */
    public record Moment(
            long sequence,
            String type,
            BigDecimal timestamp,
            @Nullable String player) {}

    /**
     * @param total of all parts
     * @param next what to ask for with {@code since} to get the following part; null if there is none
     */
    public record Turns(
            @JsonProperty("room_id") String room,
            @JsonProperty("total_turns") int total,
            Filter filter,
            List<Turn> turns,
            @Nullable Long next) {
        /** What a turn weighs beside its plays and its winner's name. */
        private static final int TURN = 150;

        /** Of those after an event as many as fit in one answer. */
        static Turns after(long since, String room, Filter filter, List<Turn> all) {
            List<Turn> part = new ArrayList<>();
            int weight = 0;
            for (Turn turn : all) {
                if (turn.sequence() <= since) {
                    continue;
                }
                if (weight > Envelope.PART) {
                    return new Turns(
                            room, all.size(), filter, part, part.getLast().sequence());
                }
                part.add(turn);
                weight += TURN + Envelope.weight(turn.plays() + String.valueOf(turn.winner()));
            }
            return new Turns(room, all.size(), filter, part, null);
        }
    }

    public record Filter(
            @JsonProperty("turn_number") @Nullable Integer turn,
            @JsonProperty("player_name") @Nullable String player) {}

    /**
     * @param sequence of the event that began it
     * @param winner name; null while it is not over
     * @param pieces on the table
     */
    public record Turn(
            @JsonProperty("round_number") int round,
            @JsonProperty("turn_number") int number,
            long sequence,
            List<ObjectNode> plays,
            @Nullable String winner,
            @JsonProperty("total_pieces") int pieces) {}
}
