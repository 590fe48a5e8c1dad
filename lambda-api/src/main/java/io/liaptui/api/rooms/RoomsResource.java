package io.liaptui.api.rooms;

import static io.liaptui.api.http.Parameters.number;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/rooms}: open and running rooms, or those of one {@code status}; at most {@code limit} of them. */
@Path("/api/rooms")
@Produces(MediaType.APPLICATION_JSON)
class RoomsResource {
    private static final int DEFAULT = 100;
    private static final int MOST = 200;

    private final RoomLists lists;

    RoomsResource(RoomLists lists) {
        this.lists = lists;
    }

    @GET
    public Uni<RestResponse<RoomList>> rooms(@RestQuery @Nullable String status, @RestQuery @Nullable String limit) {
        return lists.newest(RoomStatus.wanted(status), number("limit", limit, DEFAULT, 1, MOST))
                .map(list -> RestResponse.ResponseBuilder.ok(list)
                        .header("ETag", list.tag())
                        .build());
    }
}
