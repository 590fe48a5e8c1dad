package io.liaptui.api.fleet;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.liaptui.common.redis.NodeStats;
import io.liaptui.common.redis.NodeTraffic;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * The answer of {@code /api/rate-limit/stats}. Counts are since each node's start.
 *
 * @param timestamp seconds since 1970
 * @param enabled always: nodes limit each socket
 */
public record RateLimits(
        boolean success,
        BigDecimal timestamp,
        @JsonProperty("http_rate_limits") Http http,
        @JsonProperty("websocket_rate_limits") WebSocket webSocket,
        @JsonProperty("rate_limiting_enabled") boolean enabled) {

    /**
     * @param enabled false: the function counts no requests
     * @param note who does
     */
    public record Http(boolean enabled, String note) {}

    /**
     * @param connections open sockets
     * @param messages that came in
     * @param refused of these, above a limit
     * @param closed sockets closed because they went on all the same
     * @param turnedAway upgrades refused because their address had too many sockets
     * @param nodes the same by node
     */
    public record WebSocket(
            @JsonProperty("total_connections") long connections,
            @JsonProperty("total_messages") long messages,
            @JsonProperty("total_blocked") long refused,
            @JsonProperty("sockets_closed") long closed,
            @JsonProperty("upgrades_refused") long turnedAway,
            Map<String, OneNode> nodes) {}

    /** One node's share. */
    public record OneNode(
            long connections,
            long messages,
            long blocked,
            @JsonProperty("sockets_closed") long closed,
            @JsonProperty("upgrades_refused") long turnedAway) {}

    static RateLimits of(Fleet fleet, Instant now) {
        Map<String, OneNode> nodes = new TreeMap<>();
        fleet.nodes().stream().filter(FleetNode::isAlive).forEach(node -> node.stats()
                .ifPresent(stats -> nodes.put(node.id().value(), share(stats))));
        NodeTraffic sum = sum(fleet);
        return new RateLimits(
                true,
                BigDecimal.valueOf(now.toEpochMilli(), 3),
                new Http(false, "Requests are counted per address by the firewall before the balancer."),
                new WebSocket(
                        fleet.sum(NodeStats::connections),
                        sum.messages(),
                        sum.refused(),
                        sum.closed(),
                        sum.turnedAway(),
                        nodes),
                true);
    }

    static NodeTraffic sum(Fleet fleet) {
        return new NodeTraffic(
                fleet.sum(stats -> stats.traffic().messages()),
                fleet.sum(stats -> stats.traffic().refused()),
                fleet.sum(stats -> stats.traffic().closed()),
                fleet.sum(stats -> stats.traffic().turnedAway()));
    }

    private static OneNode share(NodeStats stats) {
        NodeTraffic traffic = stats.traffic();
        return new OneNode(
                stats.connections(), traffic.messages(), traffic.refused(), traffic.closed(), traffic.turnedAway());
    }
}
