package io.liaptui.api.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/rooms/{id}/events} and {@code /api/rooms/{id}/events/{since}}: a page of events, oldest first. To read
 * on, ask with {@code since} = the {@code next} of the answer; to read back, with {@code before} = its {@code previous},
 * beginning with {@code before=end}. Who accepts {@code application/x-ndjson} gets one event a line, and the cursors as
 * {@code Link}s.
 */
@Path("/api/rooms/{id}/events")
class HistoryResource {
    static final String LINES = "application/x-ndjson";

    private final RoomLogs logs;
    private final ObjectMapper json;

    HistoryResource(RoomLogs logs, ObjectMapper json) {
        this.logs = logs;
        this.json = json;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<EventPage>> events(
            @RestPath String id,
            @RestQuery @Nullable String since,
            @RestQuery @Nullable String before,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String type,
            @RestQuery @Nullable String player,
            @RestHeader("Authorization") @Nullable String bearer,
            @RestHeader("Cookie") @Nullable List<String> cookies) {
        RoomId room = Parameters.room(id);
        EventQuery query = EventQuestion.of(since, before, limit, type, player);
        return page(room, query, bearer, cookies)
                .map(page -> PageAnswer.of(page, query, page, MediaType.APPLICATION_JSON));
    }

    @GET
    @Produces(LINES + ";qs=0.5")
    public Uni<RestResponse<String>> eventLines(
            @RestPath String id,
            @RestQuery @Nullable String since,
            @RestQuery @Nullable String before,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String type,
            @RestQuery @Nullable String player,
            @RestHeader("Authorization") @Nullable String bearer,
            @RestHeader("Cookie") @Nullable List<String> cookies) {
        RoomId room = Parameters.room(id);
        EventQuery query = EventQuestion.of(since, before, limit, type, player);
        return page(room, query, bearer, cookies).map(page -> PageAnswer.of(page, query, lines(page), LINES));
    }

    @GET
    @Path("{since}")
    @Produces(MediaType.APPLICATION_JSON)
    public Uni<RestResponse<EventPage>> eventsSince(
            @RestPath String id,
            @RestPath String since,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String type,
            @RestQuery @Nullable String player,
            @RestHeader("Authorization") @Nullable String bearer,
            @RestHeader("Cookie") @Nullable List<String> cookies) {
        return events(id, since, null, limit, type, player, bearer, cookies);
    }

    @GET
    @Path("{since}")
    @Produces(LINES + ";qs=0.5")
    public Uni<RestResponse<String>> eventLinesSince(
            @RestPath String id,
            @RestPath String since,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String type,
            @RestQuery @Nullable String player,
            @RestHeader("Authorization") @Nullable String bearer,
            @RestHeader("Cookie") @Nullable List<String> cookies) {
        return eventLines(id, since, null, limit, type, player, bearer, cookies);
    }

    private Uni<EventPage> page(
            RoomId room, EventQuery query, @Nullable String bearer, @Nullable List<String> cookies) {
        return logs.page(room, query)
                .map(page -> Projection.page(page, page.room().viewer(new SeatProof(bearer, cookies)), query));
    }

    private String lines(EventPage page) {
        StringBuilder lines = new StringBuilder();
        try {
            for (HistoryEvent event : page.events()) {
                lines.append(json.writeValueAsString(event)).append('\n');
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an event that has no JSON", e);
        }
        return lines.toString();
    }
}
