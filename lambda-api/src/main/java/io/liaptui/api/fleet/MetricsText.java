package io.liaptui.api.fleet;

import io.liaptui.common.redis.NodeStats;
import io.liaptui.common.redis.NodeTraffic;
import java.math.BigDecimal;
import java.time.Instant;

/**
 * The figures of the fleet as lines of {@code name value} (protocol 14), which Prometheus reads too. For dashboards with
 * no way to the nodes; the nodes' own metrics say much more.
 */
final class MetricsText {
    private final StringBuilder lines = new StringBuilder();

    private MetricsText() {}

    static String of(Fleet fleet, Instant now) {
        MetricsText text = new MetricsText();
        text.line("liap_health_status", fleet.status().ordinal());
        text.line("liap_uptime_seconds", fleet.uptime() / 1000);
        text.line("liap_memory_usage_percent", rounded(100 * fleet.fullestMemory()));
        text.line("liap_memory_usage_bytes", fleet.sum(NodeStats::rss));
        text.line("liap_cpu_usage_percent", rounded(100 * fleet.busiest()));
        text.line("liap_websocket_connections_total", fleet.sum(NodeStats::connections));
        text.line("liap_rooms_total", fleet.sum(NodeStats::rooms));
        text.line("liap_active_games_total", fleet.sum(NodeStats::games));
        text.line("liap_players_total", fleet.sum(NodeStats::players));
        text.line("liap_bots_total", fleet.sum(NodeStats::bots));
        text.line("liap_nodes_ready", DetailedHealth.Nodes.of(fleet).ready());
        text.line("liap_nodes_lost", DetailedHealth.Nodes.of(fleet).lost());
        text.traffic(fleet);
        text.recovery(fleet);
        text.line("liap_redis_answer_milliseconds", fleet.answer());
        text.line("liap_metrics_generated_timestamp", BigDecimal.valueOf(now.toEpochMilli(), 3));
        return text.lines.toString();
    }

    private void traffic(Fleet fleet) {
        NodeTraffic sum = RateLimits.sum(fleet);
        line("liap_messages_received_total", sum.messages());
        line("liap_messages_refused_total", sum.refused());
        line("liap_sockets_closed_for_rate_total", sum.closed());
        line("liap_upgrades_refused_total", sum.turnedAway());
    }

    private void recovery(Fleet fleet) {
        SystemStats.Recovery recovery = Recoveries.of(fleet);
        recovery.procedures().forEach((name, done) -> line("liap_" + name + "_total", done.attempts()));
        line("liap_fenced_total", recovery.fenced());
        line("liap_audit_ghosts", recovery.audit().ghosts());
        line("liap_audit_twins", recovery.audit().twins());
        line("liap_audit_hidden_rooms", recovery.audit().hidden());
        line("liap_log_errors_total", fleet.sum(stats -> stats.log().errors()));
        line("liap_log_warnings_total", fleet.sum(stats -> stats.log().warnings()));
    }

    private void line(String name, Number value) {
        lines.append(name).append(' ').append(value).append('\n');
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(Math.round(value * 10), 1);
    }
}
