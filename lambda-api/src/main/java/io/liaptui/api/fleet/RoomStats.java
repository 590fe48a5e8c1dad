package io.liaptui.api.fleet;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.liaptui.common.redis.NodeStats;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The answer of {@code /api/debug/room-stats} for all rooms.
 *
 * @param timestamp seconds since 1970
 */
@RegisterForReflection // the path has two answers, so the build does not see this one
public record RoomStats(BigDecimal timestamp, AllRooms stats) {
    /**
     * @param rooms that living nodes run
     * @param open listed as waiting for players
     * @param running listed as being played
     * @param ids of listed rooms, the last touched first; some hundreds at most
     * @param connections by living node
     */
    @RegisterForReflection
    public record AllRooms(
            @JsonProperty("total_rooms") long rooms,
            @JsonProperty("open_rooms") long open,
            @JsonProperty("running_rooms") long running,
            @JsonProperty("total_active_connections") long total,
            @JsonProperty("rooms") List<String> ids,
            @JsonProperty("connection_stats") Map<String, Connections> connections) {}

    /** Of one node. */
    @RegisterForReflection
    public record Connections(
            @JsonProperty("current_connections") long current, long rooms) {}

    static RoomStats of(Fleet fleet, long open, long running, List<String> ids, BigDecimal timestamp) {
        Map<String, Connections> connections = new TreeMap<>();
        fleet.nodes().stream().filter(FleetNode::isAlive).forEach(node -> node.stats()
                .ifPresent(stats ->
                        connections.put(node.id().value(), new Connections(stats.connections(), stats.rooms()))));
        return new RoomStats(
                timestamp,
                new AllRooms(
                        fleet.sum(NodeStats::rooms),
                        open,
                        running,
                        fleet.sum(NodeStats::connections),
                        ids,
                        connections));
    }
}
