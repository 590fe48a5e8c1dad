package io.liaptui.api.fleet;

import static io.liaptui.api.http.Parameters.number;

import io.liaptui.api.http.BadRequest;
import io.liaptui.common.redis.NodeLog;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/debug/logs} and its statistics: the newest warnings and errors of the nodes. */
@Path("/api/debug/logs")
@Produces(MediaType.APPLICATION_JSON)
@Cache(noStore = true)
class LogsResource {
    private static final int MOST = 1000;
    private static final int DAY = 24 * 60;

    private final FleetReader reader;
    private final InstantSource clock;

    LogsResource(FleetReader reader, InstantSource clock) {
        this.reader = reader;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "The newest warnings and errors of all nodes, without what was filled in")
    public Uni<LogLines> logs(
            @RestQuery @Nullable String limit,
            @RestQuery @Nullable String level,
            @RestQuery("logger_filter") @Nullable String logger,
            @RestQuery("since_minutes") @Nullable String sinceMinutes,
            @RestQuery @Nullable String search) {
        int most = number("limit", limit, 100, 1, MOST);
        Map<String, String> filters = new TreeMap<>(Map.of("limit", Integer.toString(most)));
        Predicate<NodeLog.Line> wanted = level(level, filters);
        if (logger != null) {
            filters.put("logger_filter", logger);
            wanted = wanted.and(line -> line.logger().contains(logger));
        }
        if (search != null) {
            filters.put("search", search);
            String text = search.toLowerCase(Locale.ROOT);
            wanted = wanted.and(line -> line.message().toLowerCase(Locale.ROOT).contains(text));
        }
        if (sinceMinutes != null) {
            int minutes = number("since_minutes", sinceMinutes, DAY, 1, DAY);
            filters.put("since_minutes", Integer.toString(minutes));
            long since = clock.millis() - minutes * 60_000L;
            wanted = wanted.and(line -> line.time() >= since);
        }
        Predicate<NodeLog.Line> all = wanted;
        return reader.fleet().map(fleet -> {
            List<LogLines.Line> lines = LogLines.of(fleet, all, most);
            return new LogLines(true, lines, lines.size(), filters);
        });
    }

    @GET
    @Path("stats")
    @Operation(summary = "How many warnings and errors there were")
    public Uni<LogStats> stats() {
        return reader.fleet().map(LogStats::of);
    }

    private static Predicate<NodeLog.Line> level(@Nullable String level, Map<String, String> filters) {
        if (level == null) {
            return line -> true;
        }
        String wanted = level.toUpperCase(Locale.ROOT);
        filters.put("level", wanted);
        return switch (wanted) {
            case "DEBUG", "INFO", "WARN", "WARNING" -> line -> true;
            case "ERROR", "CRITICAL" -> line -> line.level().equals("ERROR");
            default -> throw new BadRequest("'level' must be DEBUG, INFO, WARNING, ERROR or CRITICAL.");
        };
    }
}
