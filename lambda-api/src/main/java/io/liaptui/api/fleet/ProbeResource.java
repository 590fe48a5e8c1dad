package io.liaptui.api.fleet;

import io.liaptui.api.redis.RedisAway;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.Cache;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * {@code GET /health}: the judgement of {@code /api/health} for monitors that read a status and one line. Whether a node is
 * to be replaced is asked of the node itself, which does not look at Redis for it.
 */
@Path("/health")
@Produces(MediaType.TEXT_PLAIN)
@Cache(noStore = true)
class ProbeResource {
    private static final String WELL = "OK";

    private final FleetReader reader;

    ProbeResource(FleetReader reader) {
        this.reader = reader;
    }

    @GET
    @Operation(summary = "Can somebody play? In one line, for monitors")
    @APIResponse(
            responseCode = "200",
            description = "OK: a node is ready",
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class)))
    @APIResponse(
            responseCode = "503",
            description = "Redis does not answer, or no node is ready; the line says which",
            content = @Content(mediaType = MediaType.TEXT_PLAIN, schema = @Schema(implementation = String.class)))
    public Uni<RestResponse<String>> probe() {
        return reader.fleet()
                .map(fleet -> fleet.status() == Health.Status.CRITICAL
                        ? away(fleet.reasons().getFirst())
                        : RestResponse.ok(WELL))
                .onFailure(RedisAway.class)
                .recoverWithItem(away -> away(String.valueOf(away.getMessage())));
    }

    private static RestResponse<String> away(String reason) {
        return RestResponse.ResponseBuilder.create(RestResponse.Status.SERVICE_UNAVAILABLE, reason)
                .build();
    }
}
