package io.liaptui.api.fleet;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.liaptui.common.redis.NodeLog;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code /api/debug/logs}: the newest warnings and errors of all living nodes, newest first. Templates
 * only; the whole lines are where the platform keeps the nodes' output.
 */
public record LogLines(
        boolean success,
        List<Line> data,
        int count,
        @JsonProperty("filters_applied") Map<String, String> filters) {

    /**
     * One line.
     *
     * @param timestamp ISO, by the node's clock
     * @param logger the class that wrote it
     * @param message without what was filled in
     * @param exception its class
     */
    public record Line(
            String timestamp,
            String level,
            String node,
            String logger,
            String message,
            @Nullable String exception) {}

    static List<Line> of(Fleet fleet, Predicate<NodeLog.Line> wanted, int limit) {
        return fleet.nodes().stream()
                .filter(FleetNode::isAlive)
                .flatMap(node -> node.stats().stream()
                        .flatMap(stats ->
                                stats.log().last().stream().filter(wanted).map(line -> Map.entry(node, line))))
                .sorted(Comparator.comparingLong((Map.Entry<FleetNode, NodeLog.Line> entry) ->
                                entry.getValue().time())
                        .reversed())
                .limit(limit)
                .flatMap(entry -> Stream.of(line(entry.getKey(), entry.getValue())))
                .toList();
    }

    private static Line line(FleetNode node, NodeLog.Line line) {
        return new Line(
                Instant.ofEpochMilli(line.time()).toString(),
                line.level(),
                node.id().value(),
                line.logger(),
                line.message(),
                line.exception().isEmpty() ? null : line.exception());
    }
}
