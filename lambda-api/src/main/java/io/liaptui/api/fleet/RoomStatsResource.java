package io.liaptui.api.fleet;

import io.liaptui.api.http.NotThere;
import io.liaptui.api.http.Parameters;
import io.liaptui.api.rooms.RoomFacts;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RedisKeys;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/debug/room-stats}: all rooms, or with {@code room_id} one of them in depth. */
@Path("/api/debug/room-stats")
@Produces(MediaType.APPLICATION_JSON)
@Cache(noStore = true)
class RoomStatsResource {
    /** Of each list. */
    private static final int IDS = 200;

    private final FleetReader reader;
    private final InstantSource clock;

    RoomStatsResource(FleetReader reader, InstantSource clock) {
        this.reader = reader;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Rooms and sockets by node; with room_id, who runs that room and what is stored of it")
    @APIResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(oneOf = {RoomStats.class, OneRoomStats.class})))
    public Uni<Object> stats(@RestQuery("room_id") @Nullable String id) {
        return id == null ? all().map(stats -> stats) : one(Parameters.room(id)).map(stats -> stats);
    }

    private Uni<RoomStats> all() {
        return reader.fleetAnd(List.of(
                        Request.cmd(Command.ZCARD).arg(RedisKeys.OPEN),
                        Request.cmd(Command.ZCARD).arg(RedisKeys.LIVE),
                        newest(RedisKeys.OPEN),
                        newest(RedisKeys.LIVE)))
                .map(answer -> RoomStats.of(
                        answer.fleet(),
                        answer.others().get(0).toLong(),
                        answer.others().get(1).toLong(),
                        Stream.of(3, 2)
                                .map(answer.others()::get)
                                .flatMap(RoomStatsResource::texts)
                                .toList(),
                        now()));
    }

    private Uni<OneRoomStats> one(RoomId room) {
        return reader.fleetAnd(RoomFacts.requests(room)).map(answer -> RoomFacts.read(room, answer.others())
                .map(facts -> OneRoomStats.of(facts, answer.fleet(), now()))
                .orElseThrow(() -> new NotThere("There is no room " + room + " now.")));
    }

    private BigDecimal now() {
        return BigDecimal.valueOf(clock.millis(), 3);
    }

    private static Request newest(String index) {
        return Request.cmd(Command.ZREVRANGE).arg(index).arg(0).arg(IDS - 1);
    }

    private static Stream<String> texts(Response list) {
        return IntStream.range(0, list.size()).mapToObj(i -> list.get(i).toString());
    }
}
