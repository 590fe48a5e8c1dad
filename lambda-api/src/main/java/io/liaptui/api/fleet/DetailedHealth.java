package io.liaptui.api.fleet;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * The answer of {@code /api/health/detailed} (protocol 14, with {@code build}, {@code nodes} and {@code reasons} added).
 *
 * @param memory MiB resident, all living nodes
 * @param reasons why it is not healthy, for people
 */
public record DetailedHealth(
        @Schema(enumeration = {"healthy", "degraded", "unhealthy"})
        String status,

        String timestamp,
        String version,
        String build,
        @JsonProperty("uptime_seconds") long uptimeSeconds,
        Components components,
        @JsonProperty("memory_usage_mb") double memory,
        @JsonProperty("active_rooms") long rooms,
        @JsonProperty("active_connections") long connections,
        Nodes nodes,
        List<String> reasons) {

    /**
     * How many nodes are in which state.
     *
     * @param lost vanished within the last seconds
     */
    public record Nodes(long ready, long starting, long draining, long lost) {
        static final Nodes UNKNOWN = new Nodes(0, 0, 0, 0);

        static Nodes of(Fleet fleet) {
            return new Nodes(
                    fleet.nodes().stream().filter(FleetNode::isReady).count(),
                    inState(fleet, "Starting"),
                    inState(fleet, "Draining"),
                    fleet.nodes().stream().filter(FleetNode::isLost).count());
        }

        private static long inState(Fleet fleet, String state) {
            return fleet.nodes().stream()
                    .filter(node -> node.isAlive() && node.row().state().equals(state))
                    .count();
        }
    }
}
