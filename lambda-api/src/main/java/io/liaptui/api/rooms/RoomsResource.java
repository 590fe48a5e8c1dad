package io.liaptui.api.rooms;

import static io.liaptui.api.http.Parameters.number;

import io.liaptui.api.http.NotThere;
import io.liaptui.api.http.Parameters;
import io.liaptui.api.redis.RedisReads;
import io.liaptui.common.ids.RoomId;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/rooms}: open and running rooms, or those of one {@code status}; at most {@code limit} of them. {@code
 * GET /api/rooms/{id}}: one.
 */
@Path("/api/rooms")
@Produces(MediaType.APPLICATION_JSON)
class RoomsResource {
    private static final int DEFAULT = 100;
    private static final int MOST = 200;

    private final RoomLists lists;
    private final RedisReads redis;
    private final InstantSource clock;

    RoomsResource(RoomLists lists, RedisReads redis, InstantSource clock) {
        this.lists = lists;
        this.redis = redis;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Rooms to join or watch, the last touched first; or those of one status")
    @APIResponseSchema(RoomList.class)
    public Uni<RestResponse<RoomList>> rooms(@RestQuery @Nullable String status, @RestQuery @Nullable String limit) {
        return lists.newest(RoomFilter.wanted(status), number("limit", limit, DEFAULT, 1, MOST))
                .map(list -> RestResponse.ResponseBuilder.ok(list)
                        .header("ETag", list.tag())
                        .build());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One room, and which node runs it")
    @APIResponseSchema(RoomDetail.class)
    public Uni<RestResponse<RoomDetail>> room(@RestPath String id) {
        RoomId room = Parameters.room(id);
        return redis.within(redis.trip(RoomFacts.requests(room)))
                .map(answers -> RoomFacts.read(room, answers)
                        .orElseThrow(
                                () -> new NotThere("There is no room " + room + " now. If its game is over, its events"
                                        + " may still be at /api/rooms/" + room + "/events.")))
                .map(facts -> RoomDetail.of(facts, clock.millis()))
                .map(detail -> RestResponse.ResponseBuilder.ok(detail)
                        .header("ETag", detail.tag())
                        .build());
    }
}
