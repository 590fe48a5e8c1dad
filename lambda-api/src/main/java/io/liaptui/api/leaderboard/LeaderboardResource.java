package io.liaptui.api.leaderboard;

import static io.liaptui.api.http.Parameters.number;

import io.liaptui.api.http.BadRequest;
import io.liaptui.common.board.BoardOrder;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/leaderboard?sort=&limit=&offset=&game=}: places of a game's leaderboard, the best first. */
@Path("/api/leaderboard")
@Produces(MediaType.APPLICATION_JSON)
class LeaderboardResource {
    private static final int DEFAULT = 20;
    private static final int MOST = 100;
    private static final int FARTHEST = 1_000_000;
    private static final Pattern GAME = Pattern.compile("[a-z0-9-]{1,32}");

    private final LeaderboardReader reader;

    LeaderboardResource(LeaderboardReader reader) {
        this.reader = reader;
    }

    @GET
    public Uni<LeaderboardPage> page(
            @RestQuery @Nullable String sort,
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String offset,
            @RestQuery @Nullable String game) {
        return reader.page(
                game(game),
                order(sort),
                number("offset", offset, 0, 0, FARTHEST),
                number("limit", limit, DEFAULT, 1, MOST));
    }

    private static String game(@Nullable String text) {
        if (text != null && !GAME.matcher(text).matches()) {
            throw new BadRequest("'game' must be the name of a game, such as liaptui.");
        }
        return text == null ? "liaptui" : text;
    }

    private static BoardOrder order(@Nullable String text) {
        if (text == null) {
            return BoardOrder.WINS;
        }
        return Arrays.stream(BoardOrder.values())
                .filter(order -> order.text().equals(text))
                .findFirst()
                .orElseThrow(() -> new BadRequest("'sort' must be one of "
                        + Arrays.stream(BoardOrder.values())
                                .map(BoardOrder::text)
                                .collect(Collectors.joining(", "))
                        + "."));
    }
}
