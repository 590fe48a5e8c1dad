package io.liaptui.api.fleet;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.Cache;

/** {@code GET /api/rate-limit/stats}, and {@code /api/metrics/rate_limits} with the same figures in another form. */
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
@Cache(noStore = true)
class LimitsResource {
    private final FleetReader reader;
    private final InstantSource clock;

    LimitsResource(FleetReader reader, InstantSource clock) {
        this.reader = reader;
        this.clock = clock;
    }

    @GET
    @Path("rate-limit/stats")
    @Operation(summary = "How many messages and sockets the nodes refused")
    public Uni<RateLimits> stats() {
        return reader.fleet().map(fleet -> RateLimits.of(fleet, clock.instant()));
    }

    @GET
    @Path("metrics/rate_limits")
    @Operation(summary = "The figures of /api/rate-limit/stats in the form of the original's dashboard")
    public Uni<RateLimiting> metrics() {
        return stats().map(RateLimiting::of);
    }
}
