package io.liaptui.api.fleet;

import io.liaptui.api.Settings;
import io.liaptui.api.redis.RedisAway;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * {@code GET /api/health}: 200 while somebody can play, else 503 with the reason. For people and dashboards; what a
 * balancer checks is the node's own liveness, which does not look at Redis.
 */
@Path("/api/health")
@Produces(MediaType.APPLICATION_JSON)
class HealthResource {
    private final FleetReader reader;
    private final Settings settings;
    private final InstantSource clock;

    HealthResource(FleetReader reader, Settings settings, InstantSource clock) {
        this.reader = reader;
        this.settings = settings;
        this.clock = clock;
    }

    @GET
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
