package io.liaptui.api.stats;

import static io.liaptui.api.http.Parameters.number;

import io.liaptui.api.http.Parameters;
import io.liaptui.api.redis.RedisReads;
import io.liaptui.common.redis.MinutePoint;
import io.liaptui.common.redis.RedisKeys;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/**
 * {@code GET /api/stats/history?limit=&before=}: the newest points, or those before a moment in seconds since 1970. One
 * trip.
 */
@Path("/api/stats/history")
@Produces(MediaType.APPLICATION_JSON)
class StatsHistoryResource {
    private static final Logger LOG = Logger.getLogger(StatsHistoryResource.class);
    private static final int DEFAULT = 60;
    /** A day; some 250 bytes a point. */
    private static final int MOST = 1440;

    private static final int MINUTE_SECONDS = 60;

    private final RedisReads redis;

    StatsHistoryResource(RedisReads redis) {
        this.redis = redis;
    }

    @GET
    public Uni<StatsHistory> history(@RestQuery @Nullable String limit, @RestQuery @Nullable String before) {
        int most = number("limit", limit, DEFAULT, 1, MOST);
        String end = before == null ? "+" : "(" + Parameters.sequence("before", before) * 1000 + "-0";
        // One more tells whether anything comes before the page
        Request points = Request.cmd(Command.XREVRANGE)
                .arg(RedisKeys.MINUTES)
                .arg(end)
                .arg("-")
                .arg("COUNT")
                .arg(most + 1);
        return redis.within(redis.trip(List.of(points)).map(answers -> read(answers.getFirst(), most)));
    }

    private static StatsHistory read(Response newestFirst, int most) {
        List<StatsHistory.Point> points = new ArrayList<>();
        for (int i = 0; i < Math.min(most, newestFirst.size()); i++) {
            point(newestFirst.get(i)).ifPresent(points::add);
        }
        Collections.reverse(points);
        boolean more = newestFirst.size() > most && !points.isEmpty();
        return new StatsHistory(
                true,
                MINUTE_SECONDS,
                points.size(),
                points,
                more ? points.getFirst().timestamp() : null);
    }

    private static Optional<StatsHistory.Point> point(Response entry) {
        String id = entry.get(0).toString();
        try {
            long minute = Long.parseLong(id.substring(0, id.indexOf('-')));
            return Optional.of(StatsHistory.Point.of(minute, MinutePoint.read(pairs(entry.get(1)))));
        } catch (IllegalArgumentException e) {
            LOG.warnf("Point %s left out: %s", id, e.getMessage());
            return Optional.empty();
        }
    }

    private static Map<String, String> pairs(Response flat) {
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; i + 1 < flat.size(); i += 2) {
            pairs.put(flat.get(i).toString(), flat.get(i + 1).toString());
        }
        return pairs;
    }
}
