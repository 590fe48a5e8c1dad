package io.liaptui.api.replay;

import io.liaptui.api.http.Parameters;
import io.liaptui.api.log.RoomLogs;
import io.liaptui.api.log.SeatProof;
import io.liaptui.common.games.GameCatalog;
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
 * {@code GET /api/debug/replay|validate|export|turns/{id}}: a room's log taken apart. Each reads the whole log, and shows
 * of it what the history shows to the same viewer.
 */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
class DebugResource {
    private static final int MOST_TURNS = 1_000_000;
    private static final long ALL = Long.MAX_VALUE >> 11;

    private final RoomLogs logs;
    private final GameCatalog catalog;

    DebugResource(RoomLogs logs, GameCatalog catalog) {
        this.logs = logs;
        this.catalog = catalog;
    }

    @GET
    @Path("debug/replay/{id}")
    public Uni<DebugAnswers.Reconstruction> replay(
            @RestPath String id,
            @RestHeader("Authorization") @Nullable String bearer,
            @RestHeader("Cookie") @Nullable List<String> cookies) {
        return dissect(id, bearer, cookies).map(Dissection::reconstruction);
    }

    @GET
    @Path("debug/validate/{id}")
    public Uni<DebugAnswers.Validation> validate(
            @RestPath String id,
            @RestHeader("Authorization") @Nullable String bearer,
            @RestHeader("Cookie") @Nullable List<String> cookies) {
        return dissect(id, bearer, cookies).map(Dissection::validation);
    }

    @GET
    @Path("debug/export/{id}")
    public Uni<DebugAnswers.Export> export(
            @RestPath String id,
            @RestQuery @Nullable String since,
            @RestHeader("Authorization") @Nullable String bearer,
            @RestHeader("Cookie") @Nullable List<String> cookies) {
        long from = Parameters.sequence("since", since);
        return dissect(id, bearer, cookies).map(dissection -> dissection.export(from));
    }

    @GET
    @Path("debug/turns/{id}")
    public Uni<DebugAnswers.Turns> turns(
            @RestPath String id,
            @RestQuery("turn_number") @Nullable String turn,
            @RestQuery("player_name") @Nullable String player,
            @RestQuery @Nullable String since,
            @RestHeader("Authorization") @Nullable String bearer,
            @RestHeader("Cookie") @Nullable List<String> cookies) {
        Integer number =
                turn == null ? null : Integer.valueOf(Parameters.number("turn_number", turn, 1, 1, MOST_TURNS));
        long from = Parameters.sequence("since", since);
        return logs.past(Parameters.room(id), 0L, ALL).map(past -> {
            List<DebugAnswers.Turn> all = TurnTable.of(past, past.room().viewer(new SeatProof(bearer, cookies)));
            List<DebugAnswers.Turn> wanted = all.stream()
                    .filter(each -> number == null || each.number() == number)
                    .filter(each -> player == null
                            || each.plays().stream()
                                    .anyMatch(play ->
                                            player.equals(play.path("player").textValue())))
                    .toList();
            return DebugAnswers.Turns.after(
                    from, past.room().id().value(), new DebugAnswers.Filter(number, player), wanted);
        });
    }

    private Uni<Dissection> dissect(String id, @Nullable String bearer, @Nullable List<String> cookies) {
        return logs.past(Parameters.room(id), 0L, ALL)
                .map(past -> new Dissection(past, past.room().viewer(new SeatProof(bearer, cookies)), catalog));
    }
}
