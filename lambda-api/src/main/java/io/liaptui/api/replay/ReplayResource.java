package io.liaptui.api.replay;

import static io.liaptui.api.http.Parameters.number;
import static io.liaptui.api.http.Parameters.sequence;

import io.liaptui.api.http.Compression;
import io.liaptui.api.http.Envelope;
import io.liaptui.api.http.Parameters;
import io.liaptui.api.log.Freshness;
import io.liaptui.api.log.SeatProof;
import io.liaptui.api.state.Pasts;
import io.liaptui.common.games.GameCatalog;
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
 * {@code GET /api/rooms/{id}/replay?since=&limit=}: what a viewer needs to show a game again, usually all of it in one
 * answer. To go on, ask with {@code since} = the {@code next} of the answer; to jump, with {@code since} = any event.
 */
@Path("/api/rooms/{id}/replay")
@Produces(MediaType.APPLICATION_JSON)
class ReplayResource {
    private static final int MOST_STEPS = 5_000;

    /** Frames repeat themselves: compressed, such an answer is a twentieth. */
    private static final int COMPRESSED = 4_000_000;

    private final Pasts pasts;
    private final GameCatalog catalog;

    ReplayResource(Pasts pasts, GameCatalog catalog) {
        this.pasts = pasts;
        this.catalog = catalog;
    }

    @GET
    public Uni<RestResponse<Replay>> replay(
            @RestPath String id,
            @RestQuery @Nullable String since,
            @RestQuery @Nullable String limit,
            @RestHeader("Accept-Encoding") List<String> encodings,
            @RestHeader("Authorization") @Nullable String bearer,
            @RestHeader("Cookie") @Nullable List<String> cookies) {
        RoomId room = Parameters.room(id);
        long from = sequence("since", since);
        int steps = number("limit", limit, MOST_STEPS, 1, MOST_STEPS);
        boolean compressed = Compression.accepts(String.join(",", encodings));
        ReplayMaker.Limit most = new ReplayMaker.Limit(steps, compressed ? COMPRESSED : Envelope.PART);
        return pasts.after(room, from, Long.MAX_VALUE >> 11).map(moment -> {
            Replay replay =
                    ReplayMaker.of(moment, moment.stored().viewer(new SeatProof(bearer, cookies)), most, catalog);
            RestResponse.ResponseBuilder<Replay> answer = RestResponse.ResponseBuilder.ok(replay);
            Freshness.of(moment.stored().status()).forEach(answer::header);
            return answer.build();
        });
    }
}
