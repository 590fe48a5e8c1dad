package io.liaptui.api.fleet;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.time.InstantSource;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.Cache;

/** {@code GET /api/recovery/status}: what the nodes did so that no game is lost, and what waits for them to do. */
@Path("/api/recovery/status")
@Produces(MediaType.APPLICATION_JSON)
@Cache(noStore = true)
class RecoveryResource {
    private final FleetReader reader;
    private final InstantSource clock;

    RecoveryResource(FleetReader reader, InstantSource clock) {
        this.reader = reader;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "Take-overs, hand-overs and restored rooms, and rooms that wait for one")
    public Uni<RecoveryStatus> status() {
        return reader.fleet()
                .map(fleet -> new RecoveryStatus(
                        true,
                        BigDecimal.valueOf(clock.millis(), 3),
                        Recoveries.of(fleet),
                        RecoveryStatus.waiting(fleet)));
    }
}
