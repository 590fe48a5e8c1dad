package io.liaptui.api.fleet;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;

/**
 * The answer of {@code /api/recovery/status}.
 *
 * @param timestamp seconds since 1970
 * @param waiting rooms whose owner died and which nobody has taken over yet, by that owner
 */
public record RecoveryStatus(
        boolean success,
        BigDecimal timestamp,
        @JsonProperty("recovery_system") SystemStats.Recovery system,
        List<Waiting> waiting) {

    /**
     * @param silence milliseconds since the node's last beat
     */
    public record Waiting(
            String node,
            long rooms,
            @JsonProperty("ms_since_beat") long silence) {}

    static List<Waiting> waiting(Fleet fleet) {
        return fleet.nodes().stream()
                .filter(node -> node.orphans() > 0)
                .map(node -> new Waiting(node.id().value(), node.orphans(), node.silence()))
                .toList();
    }
}
