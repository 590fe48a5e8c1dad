package io.liaptui.api.fleet;

import io.liaptui.api.Settings;
import io.liaptui.api.redis.RedisAway;
import io.liaptui.common.redis.NodeStats;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * {@code GET /api/health}: 200 while somebody can play, else 503 with the reason. For people and dashboards; what a
 * balancer checks is the node's own liveness, which does not look at Redis.
 */
@Path("/api/health")
@Produces(MediaType.APPLICATION_JSON)
@Cache(noStore = true)
class HealthResource {
    private static final double MIB = 1 << 20;

    private final FleetReader reader;
    private final Settings settings;
    private final InstantSource clock;

    HealthResource(FleetReader reader, Settings settings, InstantSource clock) {
        this.reader = reader;
        this.settings = settings;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Can somebody play?")
    @APIResponse(
            responseCode = "200",
            description = "healthy or warning",
            content = @Content(schema = @Schema(implementation = Health.class)))
    @APIResponse(
            responseCode = "503",
            description = "critical: Redis does not answer, or no node is ready",
            content = @Content(schema = @Schema(implementation = Health.class)))
    public Uni<RestResponse<Health>> health() {
        return reader.fleet()
                .map(fleet -> answer(
                        fleet.status(),
                        fleet.uptime() / 1000,
                        fleet.nodes().stream().filter(FleetNode::isReady).count(),
                        fleet.reasons()))
                .onFailure(RedisAway.class)
                .recoverWithItem(away -> answer(Health.Status.CRITICAL, 0, 0, List.of(away.getMessage())));
    }

    @GET
    @Path("detailed")
    @Operation(summary = "How each part is. 200 also while nobody can play; 503 only while nothing is known")
    @APIResponse(
            responseCode = "200",
            description = "what Redis knows",
            content = @Content(schema = @Schema(implementation = DetailedHealth.class)))
    @APIResponse(
            responseCode = "503",
            description = "Redis does not answer",
            content = @Content(schema = @Schema(implementation = DetailedHealth.class)))
    public Uni<RestResponse<DetailedHealth>> detailed() {
        return reader.fleet()
                .map(fleet -> RestResponse.ok(detailed(fleet)))
                .onFailure(RedisAway.class)
                .recoverWithItem(away -> RestResponse.ResponseBuilder.create(
                                RestResponse.Status.SERVICE_UNAVAILABLE,
                                new DetailedHealth(
                                        "unhealthy",
                                        clock.instant().toString(),
                                        settings.version(),
                                        settings.build(),
                                        0,
                                        Components.withoutRedis(),
                                        0,
                                        0,
                                        0,
                                        DetailedHealth.Nodes.UNKNOWN,
                                        List.of(away.getMessage())))
                        .build());
    }

    private DetailedHealth detailed(Fleet fleet) {
        return new DetailedHealth(
                switch (fleet.status()) {
                    case HEALTHY -> "healthy";
                    case WARNING -> "degraded";
                    case CRITICAL -> "unhealthy";
                },
                clock.instant().toString(),
                settings.version(),
                settings.build(),
                fleet.uptime() / 1000,
                Components.of(fleet),
                Math.round(fleet.sum(NodeStats::rss) / MIB * 10) / 10.0,
                fleet.sum(NodeStats::rooms),
                fleet.sum(NodeStats::connections),
                DetailedHealth.Nodes.of(fleet),
                fleet.reasons());
    }

    @GET
    @Path("metrics")
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "The figures of the fleet as lines of name and value")
    public Uni<String> metrics() {
        return reader.fleet().map(fleet -> MetricsText.of(fleet, clock.instant()));
    }

    private RestResponse<Health> answer(Health.Status status, long uptime, long ready, List<String> reasons) {
        Health health = new Health(
                status.word(),
                BigDecimal.valueOf(clock.millis(), 3),
                uptime,
                Health.formatted(uptime),
                settings.version(),
                "liap-tui",
                settings.build(),
                ready,
                reasons);
        return RestResponse.ResponseBuilder.create(
                        status == Health.Status.CRITICAL
                                ? RestResponse.Status.SERVICE_UNAVAILABLE
                                : RestResponse.Status.OK,
                        health)
                .build();
    }
}
