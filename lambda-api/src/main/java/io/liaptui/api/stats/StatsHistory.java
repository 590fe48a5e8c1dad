package io.liaptui.api.stats;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.liaptui.common.redis.MinutePoint;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Points of the whole fleet, the oldest first. A minute in which no node was ready has none: draw a gap, not a line.
 *
 * @param previous what to ask for with {@code before} to get the points before these; null if there are none
 */
public record StatsHistory(
        boolean success,
        @JsonProperty("interval_seconds") int interval,
        @JsonProperty("point_count") int count,
        List<Point> points,
        @Nullable Long previous) {

    private static final double MIB = 1 << 20;

    /**
     * One minute.
     *
     * @param timestamp begin of the minute, seconds since 1970
     * @param at the same in ISO 8601
     * @param nodesReady nodes that take players
     * @param cpuPercent of the busiest node
     * @param memoryMb resident memory of all nodes
     */
    public record Point(
            long timestamp,
            String at,
            @JsonProperty("nodes_ready") int nodesReady,
            @JsonProperty("total_connections") int connections,
            @JsonProperty("total_rooms") int rooms,
            @JsonProperty("active_games") int games,
            @JsonProperty("total_players") int players,
            @JsonProperty("total_bots") int bots,
            @JsonProperty("cpu_percent") double cpuPercent,
            @JsonProperty("memory_mb") double memoryMb) {

        /**
         * @param minute milliseconds since 1970
         */
        static Point of(long minute, MinutePoint point) {
            return new Point(
                    minute / 1000,
                    Instant.ofEpochMilli(minute).toString(),
                    point.nodes(),
                    point.connections(),
                    point.rooms(),
                    point.games(),
                    point.players(),
                    point.bots(),
                    tenths(100 * point.cpu()),
                    tenths(point.rss() / MIB));
        }

        private static double tenths(double value) {
            return Math.round(10 * value) / 10.0;
        }
    }
}
