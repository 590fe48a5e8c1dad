package io.liaptui.api.fleet;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How the parts of the service are, each {@code healthy}, {@code degraded}, {@code unhealthy} or {@code unknown}; the
 * names are those of the original service.
 */
public record Components(
        @JsonProperty("event_store") @Schema(description = "Redis: does it answer, and soon")
        String eventStore,

        @JsonProperty("health_monitor") @Schema(description = "Do all living nodes say how they are")
        String healthMonitor,

        @JsonProperty("recovery_manager") @Schema(description = "Has every room an owner that lives")
        String recoveryManager,

        @JsonProperty("websocket_manager") @Schema(description = "Is a node there that takes sockets")
        String webSocketManager,

        @JsonProperty("room_manager") @Schema(description = "Is there room for more rooms, and are the lists right")
        String roomManager,

        @JsonProperty("rate_limiter") @Schema(description = "Limits are checked by each node for its own sockets")
        String rateLimiter) {
    private static final String HEALTHY = "healthy";
    private static final String DEGRADED = "degraded";
    private static final String UNHEALTHY = "unhealthy";
    private static final String UNKNOWN = "unknown";

    /** While Redis does not answer, nothing else is known. */
    static Components withoutRedis() {
        return new Components(UNHEALTHY, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
    }

    static Components of(Fleet fleet) {
        boolean alive = fleet.nodes().stream().anyMatch(FleetNode::isAlive);
        boolean ready = fleet.nodes().stream().anyMatch(FleetNode::isReady);
        return new Components(
                fleet.isSlow() ? DEGRADED : HEALTHY,
                fleet.nodes().stream()
                                .allMatch(
                                        node -> !node.isAlive() || node.stats().isPresent())
                        ? HEALTHY
                        : DEGRADED,
                !ready ? UNHEALTHY : fleet.isMissingNodes() ? DEGRADED : HEALTHY,
                ready ? HEALTHY : UNHEALTHY,
                !ready ? UNHEALTHY : fleet.isNearlyFull() || fleet.isAuditWrong() ? DEGRADED : HEALTHY,
                alive ? HEALTHY : UNKNOWN);
    }
}
