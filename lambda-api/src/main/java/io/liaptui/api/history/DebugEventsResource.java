package io.liaptui.api.history;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.liaptui.api.http.Parameters;
import io.liaptui.api.log.EventQuery;
import io.liaptui.api.log.RoomLogs;
import io.liaptui.api.log.SeatProof;
import io.liaptui.common.ids.RoomId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/debug/events/{id}} and {@code /api/debug/events/{id}/sequence/{sequence}}: the same events as the history
 * has, in the form of the original's operators' tools, and redacted like everything else.
 */
@Path("/api/debug/events/{id}")
@Produces(MediaType.APPLICATION_JSON)
class DebugEventsResource {
    private final RoomLogs logs;

    DebugEventsResource(RoomLogs logs) {
        this.logs = logs;
    }

    /**
     * The first events of a room, or of one type.
     *
     * @param returned how many are here
     * @param inRoom how many the room has
     * @param filter what was asked for; null for all types
     */
    public record FirstEvents(
            @JsonProperty("room_id") String room,
            @JsonProperty("total_events") int returned,
            @JsonProperty("room_total_events") long inRoom,
            List<HistoryEvent> events,
            @Nullable String filter) {}

    /** The events after one. */
    public record EventsSince(
            @JsonProperty("room_id") String room,
            @JsonProperty("since_sequence") long since,
            @JsonProperty("events_returned") int returned,
            List<HistoryEvent> events,
            @JsonProperty("latest_sequence") long latest) {}

    @GET
    public Uni<FirstEvents> first(
            @RestPath String id,
            @RestQuery @Nullable String limit,
            @RestQuery("event_type") @Nullable String type,
            @RestHeader("Authorization") @Nullable String bearer,
            @RestHeader("Cookie") @Nullable List<String> cookies) {
        return page(id, null, limit, type, bearer, cookies)
                .map(page -> new FirstEvents(
                        page.room(), page.count(), page.recoveryInfo().latest(), page.events(), type));
    }

    @GET
    @Path("sequence/{sequence}")
    public Uni<EventsSince> since(
            @RestPath String id,
            @RestPath String sequence,
            @RestQuery @Nullable String limit,
            @RestHeader("Authorization") @Nullable String bearer,
            @RestHeader("Cookie") @Nullable List<String> cookies) {
        return page(id, sequence, limit, null, bearer, cookies)
                .map(page -> new EventsSince(
                        page.room(),
                        page.since() == null ? 0 : page.since(),
                        page.count(),
                        page.events(),
                        page.recoveryInfo().latest()));
    }

    private Uni<EventPage> page(
            String id,
            @Nullable String since,
            @Nullable String limit,
            @Nullable String type,
            @Nullable String bearer,
            @Nullable List<String> cookies) {
        RoomId room = Parameters.room(id);
        EventQuery query = EventQuestion.of(since, null, limit, type, null);
        return logs.page(room, query)
                .map(page -> Projection.page(page, page.room().viewer(new SeatProof(bearer, cookies)), query));
    }
}
