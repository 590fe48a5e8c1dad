package io.liaptui.api.state;

import io.liaptui.api.http.Parameters;
import io.liaptui.api.log.Freshness;
import io.liaptui.api.log.SeatProof;
import io.liaptui.api.log.StoredRoom;
import io.liaptui.common.history.Viewer;
import io.liaptui.common.ids.RoomId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/rooms/{id}/state?version=}: a room after its last event, or after any other. */
@Path("/api/rooms/{id}/state")
@Produces(MediaType.APPLICATION_JSON)
class StateResource {
    private final Pasts pasts;

    StateResource(Pasts pasts) {
        this.pasts = pasts;
    }

    @GET
    public Uni<RestResponse<RoomAtVersion>> state(
            @RestPath String id,
            @RestQuery @Nullable String version,
            @RestHeader("Authorization") @Nullable String bearer,
            @RestHeader("Cookie") @Nullable List<String> cookies) {
        RoomId room = Parameters.room(id);
        Long wanted = version == null ? null : Long.valueOf(Parameters.sequence("version", version));
        return pasts.after(room, wanted, 0).map(moment -> {
            Viewer viewer = moment.stored().viewer(new SeatProof(bearer, cookies));
            RestResponse.ResponseBuilder<RoomAtVersion> answer = RestResponse.ResponseBuilder.ok(view(moment, viewer));
            Freshness.of(moment.stored().status()).forEach(answer::header);
            return answer.build();
        });
    }

    static RoomAtVersion view(Pasts.Moment moment, Viewer viewer) {
        StoredRoom stored = moment.stored();
        long version = moment.at().events();
        boolean live = !stored.isOver();
        return new RoomAtVersion(
                true,
                stored.id().value(),
                stored.game(),
                stored.status(),
                viewer.label(),
                version,
                version == 0 ? null : BigDecimal.valueOf(moment.at().time(), 3),
                live && version == stored.events() ? "live" : "reconstructed",
                StateJson.of(moment.at(), viewer),
                new RoomAtVersion.RecoveryInfo(live, true, moment.folded(), stored.events()));
    }
}
