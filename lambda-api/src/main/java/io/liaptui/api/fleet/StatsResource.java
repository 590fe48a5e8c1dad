package io.liaptui.api.fleet;

import io.liaptui.api.events.EventCounts;
import io.liaptui.common.redis.NodeStats;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.Cache;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/system/stats}: the figures of the whole fleet. Nodes write theirs once a second. */
@Path("/api/system/stats")
@Produces(MediaType.APPLICATION_JSON)
@Cache(noStore = true)
class StatsResource {
    private static final double MIB = 1 << 20;
    private static final NodeStats NONE = new NodeStats(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, "");

    private final FleetReader reader;
    private final InstantSource clock;

    StatsResource(FleetReader reader, InstantSource clock) {
        this.reader = reader;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "The figures of the fleet, and of each node")
    public Uni<SystemStats> stats() {
        return reader.fleetAnd(EventCounts.questions(), EventCounts::newest, EventCounts::rooms)
                .map(answer -> stats(answer, clock.instant()));
    }

    private static SystemStats stats(FleetReader.Answer<EventCounts> answer, Instant now) {
        Fleet fleet = answer.fleet();
        BigDecimal seconds = BigDecimal.valueOf(now.toEpochMilli(), 3);
        long uptime = fleet.uptime() / 1000;
        return new SystemStats(
                true,
                seconds,
                new SystemStats.Overall(
                        fleet.status().word(),
                        seconds,
                        now.toString(),
                        uptime,
                        Health.formatted(uptime),
                        metrics(fleet, now)),
                Recoveries.of(fleet),
                new SystemStats.WebSockets(fleet.sum(NodeStats::connections), fleet.sum(NodeStats::rooms)),
                new SystemStats.Rooms(
                        fleet.sum(NodeStats::rooms),
                        fleet.sum(NodeStats::games),
                        fleet.sum(NodeStats::players),
                        fleet.sum(NodeStats::bots)),
                answer.others().statistics(answer.later(), now),
                fleet.nodes().stream().map(StatsResource::node).toList());
    }

    private static Map<String, SystemStats.Metric> metrics(Fleet fleet, Instant now) {
        Map<String, SystemStats.Metric> metrics = new LinkedHashMap<>();
        put(metrics, "cpu", rounded(100 * fleet.busiest()), 90.0, "percent of the cores of the busiest node", now);
        put(metrics, "memory", rounded(fleet.sum(NodeStats::rss) / MIB), null, "MiB resident, all nodes", now);
        put(metrics, "database", fleet.answer(), (double) Fleet.SLOW, "ms that Redis took for this answer", now);
        put(metrics, "websocket", fleet.sum(NodeStats::connections), null, "open sockets, all nodes", now);
        return metrics;
    }

    private static void put(
            Map<String, SystemStats.Metric> metrics,
            String name,
            double value,
            @Nullable Double threshold,
            String message,
            Instant now) {
        Health.Status status = threshold != null && value >= threshold ? Health.Status.WARNING : Health.Status.HEALTHY;
        BigDecimal seconds = BigDecimal.valueOf(now.toEpochMilli(), 3);
        metrics.put(
                name, new SystemStats.Metric(name, status.word(), value, threshold, message, seconds, now.toString()));
    }

    private static SystemStats.Node node(FleetNode node) {
        NodeStats stats = node.stats().orElse(NONE);
        return new SystemStats.Node(
                node.id().value(),
                node.row().state(),
                node.isAlive(),
                node.silence(),
                node.row().build(),
                node.row().generation(),
                node.row().capacity(),
                stats.connections(),
                stats.rooms(),
                stats.games(),
                stats.players(),
                stats.bots(),
                rounded(100 * stats.cpu()),
                rounded(stats.rss() / MIB),
                rounded(stats.heap() / MIB),
                stats.up() / 1000);
    }

    private static double rounded(double value) {
        return Math.round(value * 10) / 10.0;
    }
}
