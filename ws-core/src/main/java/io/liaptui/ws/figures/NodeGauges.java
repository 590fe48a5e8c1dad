package io.liaptui.ws.figures;

import io.liaptui.ws.ownership.NodeState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** What this node is and holds at the moment of asking; names are explained in {@code docs/metrics.md}. */
public final class NodeGauges {
    private NodeGauges() {}

    /**
     * @param heard whether the node's own echo comes back over its subscription
     */
    public static void register(
            MeterRegistry registry, Figures figures, Supplier<NodeState> state, BooleanSupplier heard) {
        figure(registry, "liap.rooms", figures, Figures::rooms);
        figure(registry, "liap.games", figures, Figures::games);
        figure(registry, "liap.players", figures, Figures::players);
        figure(registry, "liap.bots", figures, Figures::bots);
        figure(registry, "liap.sockets", figures, Figures::sockets);
        for (NodeState each : NodeState.values()) {
            Gauge.builder("liap.node.state", state, now -> now.get() == each ? 1 : 0)
                    .tag("state", each.text())
                    .strongReference(true)
                    .register(registry);
        }
        Gauge.builder("liap.subscription", heard, now -> now.getAsBoolean() ? 1 : 0)
                .strongReference(true)
                .register(registry);
    }

    private static void figure(MeterRegistry registry, String name, Figures figures, ToDoubleFunction<Figures> which) {
        Gauge.builder(name, figures, which).strongReference(true).register(registry);
    }
}
