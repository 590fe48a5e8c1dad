package io.liaptui.api.fleet;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/**
 * The answer of {@code /api/health} (protocol 14, with {@code build}, {@code nodes_ready} and {@code reasons} added).
 *
 * @param timestamp seconds since 1970
 * @param uptimeSeconds of the oldest living node; 0 if none is known
 * @param uptimeFormatted the same as {@code HH:MM:SS}
 * @param reasons why it is not healthy, for people
 */
public record Health(
        String status,
        BigDecimal timestamp,
        @JsonProperty("uptime_seconds") long uptimeSeconds,
        @JsonProperty("uptime_formatted") String uptimeFormatted,
        String version,
        String service,
        String build,
        @JsonProperty("nodes_ready") long nodesReady,
        List<String> reasons) {

    /** How the service is. */
    enum Status {
        HEALTHY,
        /** Everybody is served, but something is missing. */
        WARNING,
        /** Nobody can play. */
        CRITICAL;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Hours may have more than two digits. */
    static String formatted(long seconds) {
        return String.format(Locale.ROOT, "%02d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
