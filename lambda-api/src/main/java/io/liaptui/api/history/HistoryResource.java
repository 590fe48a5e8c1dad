package io.liaptui.api.history;

import static io.liaptui.api.http.Parameters.number;
import static io.liaptui.api.http.Parameters.sequence;

import io.liaptui.api.http.Parameters;
import io.liaptui.common.ids.RoomId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/rooms/{id}/events?since=&limit=} and {@code /api/rooms/{id}/events/{since}}: the events after {@code
 * since}, oldest first. To read on, ask with {@code since} = the {@code next} of the answer.
 */
@Path("/api/rooms/{id}/events")
@Produces(MediaType.APPLICATION_JSON)
class HistoryResource {
    private static final int DEFAULT = 100;
    private static final int MOST = 500;

    private final HistoryReader reader;

    HistoryResource(HistoryReader reader) {
        this.reader = reader;
    }

    @GET
    public Uni<EventPage> events(
            @RestPath String id,
            @RestQuery @Nullable String since,
            @RestQuery @Nullable String limit,
            @RestHeader("Authorization") @Nullable String bearer,
            @RestCookie("liap_sid") @Nullable String sid) {
        return page(Parameters.room(id), sequence("since", since), limit, new SeatProof(bearer, sid));
    }

    @GET
    @Path("{since}")
    public Uni<EventPage> eventsSince(
            @RestPath String id,
            @RestPath String since,
            @RestQuery @Nullable String limit,
            @RestHeader("Authorization") @Nullable String bearer,
            @RestCookie("liap_sid") @Nullable String sid) {
        return page(Parameters.room(id), sequence("since", since), limit, new SeatProof(bearer, sid));
    }

    private Uni<EventPage> page(RoomId room, long since, @Nullable String limit, SeatProof proof) {
        int most = number("limit", limit, DEFAULT, 1, MOST);
        return reader.page(room, since, most).map(page -> Projection.page(room, page, proof, since, most));
    }
}
