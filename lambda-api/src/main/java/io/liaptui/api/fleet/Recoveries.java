package io.liaptui.api.fleet;

import io.liaptui.common.redis.NodeStats;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.ToLongFunction;

/** Sums what the living nodes did so that no game is lost. */
final class Recoveries {
    private Recoveries() {}

    static SystemStats.Recovery of(Fleet fleet) {
        long failures = sum(fleet, NodeStats.Recovery::failures);
        Map<String, SystemStats.Procedure> procedures = new LinkedHashMap<>();
        procedures.put(
                "take_over",
                new SystemStats.Procedure(
                        "A room whose node died is run by another one.",
                        sum(fleet, NodeStats.Recovery::takes) + failures,
                        failures));
        procedures.put(
                "hand_over",
                new SystemStats.Procedure(
                        "A node that goes gives its rooms away.", sum(fleet, NodeStats.Recovery::handovers), 0));
        procedures.put(
                "restore",
                new SystemStats.Procedure(
                        "A room that Redis lost is put back.", sum(fleet, NodeStats.Recovery::restores), 0));
        long attempts = procedures.values().stream()
                .mapToLong(SystemStats.Procedure::attempts)
                .sum();
        return new SystemStats.Recovery(
                fleet.nodes().stream().anyMatch(FleetNode::isReady),
                procedures.size(),
                attempts,
                attempts == 0 ? 100 : Math.round(1000.0 * (attempts - failures) / attempts) / 10.0,
                procedures,
                sum(fleet, NodeStats.Recovery::fenced),
                new SystemStats.Audit(
                        sum(fleet, NodeStats.Recovery::ghosts),
                        sum(fleet, NodeStats.Recovery::twins),
                        sum(fleet, NodeStats.Recovery::hidden)));
    }

    private static long sum(Fleet fleet, ToLongFunction<NodeStats.Recovery> count) {
        return fleet.sum(stats -> count.applyAsLong(stats.recovery()));
    }
}
