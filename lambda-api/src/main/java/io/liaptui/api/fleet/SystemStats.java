package io.liaptui.api.fleet;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.liaptui.api.events.EventStoreStats;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The answer of {@code /api/system/stats}: the shape of protocol 14, summed over the living nodes, and each node for
 * itself. Left out: {@code disk}, which a fleet has none of.
 *
 * @param timestamp seconds since 1970
 * @param events as {@code /api/event-store/stats} has them
 */
public record SystemStats(
        boolean success,
        BigDecimal timestamp,
        Overall health,
        Recovery recovery,
        WebSockets websocket,
        Rooms rooms,
        EventStoreStats.Statistics events,
        List<Node> nodes) {

    /**
     * @param metrics {@code cpu} (percent, busiest node), {@code memory} (MiB resident, all nodes), {@code database} (ms
     *     that Redis took for this answer), {@code websocket} (open sockets)
     */
    public record Overall(
            @JsonProperty("overall_status") String overallStatus,
            @JsonProperty("last_check") BigDecimal lastCheck,
            @JsonProperty("last_check_iso") String lastCheckIso,
            @JsonProperty("uptime_seconds") long uptimeSeconds,
            @JsonProperty("uptime_formatted") String uptimeFormatted,
            Map<String, Metric> metrics) {}

    /**
     * @param threshold from which on the status is {@code warning}; null if there is none
     */
    public record Metric(
            String name,
            String status,
            double value,
            @Nullable Double threshold,
            String message,
            @JsonProperty("last_check") BigDecimal lastCheck,
            @JsonProperty("last_check_iso") String lastCheckIso) {}

    /**
     * What the living nodes did, since each of them started, so that no game is lost.
     *
     * @param active whether a node is ready to do it
     * @param attempts of all procedures
     * @param successRate percent of them, 100 if there was none
     * @param procedures {@code take_over} of rooms whose node died, {@code hand_over} by nodes that go, {@code restore}
     *     into a Redis that lost rooms
     * @param audit what the newest audits found wrong; all 0 is right
     */
    public record Recovery(
            @JsonProperty("is_active") boolean active,
            @JsonProperty("total_procedures") int total,
            @JsonProperty("recent_attempts") long attempts,
            @JsonProperty("success_rate") double successRate,
            Map<String, Procedure> procedures,
            @JsonProperty("fenced_writes") long fenced,
            Audit audit) {}

    /** One of them. */
    public record Procedure(
            String description,
            @JsonProperty("recent_attempts") long attempts,
            long failures) {}

    /**
     * @param ghosts listed, but not there
     * @param twins run by a node that does not own them
     * @param hidden in no list
     */
    public record Audit(
            long ghosts,
            long twins,
            @JsonProperty("hidden_rooms") long hidden) {}

    /** Open sockets. */
    public record WebSockets(
            @JsonProperty("total_connections") long connections,
            @JsonProperty("total_rooms") long rooms) {}

    /** Rooms that living nodes own. */
    public record Rooms(
            @JsonProperty("total_rooms") long rooms,
            @JsonProperty("active_games") long games,
            @JsonProperty("total_players") long players,
            @JsonProperty("total_bots") long bots) {}

    /**
     * One node; figures are 0 where it has written none for 10 s.
     *
     * @param cpu percent of all its cores
     * @param silence milliseconds since its last beat
     */
    public record Node(
            String id,
            String state,
            boolean alive,
            @JsonProperty("ms_since_beat") long silence,
            String build,
            long generation,
            int capacity,
            int connections,
            int rooms,
            int games,
            int players,
            int bots,
            @JsonProperty("cpu_percent") double cpu,
            @JsonProperty("rss_mb") double rss,
            @JsonProperty("heap_mb") double heap,
            @JsonProperty("uptime_seconds") long uptime) {}
}
