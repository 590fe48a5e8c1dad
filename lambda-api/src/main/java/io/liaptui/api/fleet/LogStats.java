package io.liaptui.api.fleet;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.liaptui.common.redis.NodeStats;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The answer of {@code /api/debug/logs/stats}. */
public record LogStats(boolean success, Data data) {
    /**
     * @param entries lines that {@code /api/debug/logs} has now
     * @param counts warnings and errors since each node's start, all living nodes
     * @param most lines that it can have of one node
     * @param nodes the counts by node
     */
    public record Data(
            @JsonProperty("total_entries") int entries,
            @JsonProperty("oldest_entry") @Nullable String oldest,
            @JsonProperty("newest_entry") @Nullable String newest,
            @JsonProperty("level_counts") Map<String, Long> counts,
            @JsonProperty("max_size") int most,
            Map<String, Map<String, Long>> nodes) {}

    /** As {@code RecentLog} of the nodes keeps. */
    private static final int PER_NODE = 20;

    static LogStats of(Fleet fleet) {
        var lines = LogLines.of(fleet, line -> true, Integer.MAX_VALUE);
        Map<String, Map<String, Long>> nodes = new TreeMap<>();
        fleet.nodes().stream().filter(FleetNode::isAlive).forEach(node -> node.stats()
                .ifPresent(stats -> nodes.put(
                        node.id().value(),
                        counts(stats.log().warnings(), stats.log().errors()))));
        return new LogStats(
                true,
                new Data(
                        lines.size(),
                        lines.isEmpty() ? null : lines.getLast().timestamp(),
                        lines.isEmpty() ? null : lines.getFirst().timestamp(),
                        counts(
                                fleet.sum((NodeStats stats) -> stats.log().warnings()),
                                fleet.sum((NodeStats stats) -> stats.log().errors())),
                        PER_NODE,
                        nodes));
    }

    private static Map<String, Long> counts(long warnings, long errors) {
        return new TreeMap<>(Map.of("WARN", warnings, "ERROR", errors));
    }
}
