package io.liaptui.ws.figures;

import io.liaptui.ws.ownership.NodeState;
import io.liaptui.ws.ownership.Nodes;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** What this node is and holds at the moment of asking; names are explained in {@code docs/metrics.md}. */
public final class NodeGauges {
    private static final double MILLIS = 1000;

    private NodeGauges() {}

    /**
     * @param heard whether the node's own echo comes back over its subscription
     * @param oldestAppend how long the oldest append without an answer has waited; zero if none waits
     */
    public static void register(
            MeterRegistry registry,
            Figures figures,
            Nodes nodes,
            BooleanSupplier heard,
            Supplier<Duration> oldestAppend) {
        gauge(registry, "liap.rooms", figures, Figures::rooms);
        gauge(registry, "liap.games", figures, Figures::games);
        gauge(registry, "liap.players", figures, Figures::players);
        gauge(registry, "liap.bots", figures, Figures::bots);
        gauge(registry, "liap.sockets", figures, Figures::sockets);
        for (NodeState each : NodeState.values()) {
            Gauge.builder("liap.node.state", nodes, now -> now.state() == each ? 1 : 0)
                    .tag("state", each.text())
                    .strongReference(true)
                    .register(registry);
        }
        gauge(registry, "liap.isolated", nodes, now -> now.isIsolated() ? 1 : 0);
        gauge(registry, "liap.subscription", heard, now -> now.getAsBoolean() ? 1 : 0);
        gauge(
                registry,
                "liap.append.oldest.seconds",
                oldestAppend,
                now -> now.get().toMillis() / MILLIS);
    }

    private static <T> void gauge(MeterRegistry registry, String name, T what, ToDoubleFunction<T> value) {
        Gauge.builder(name, what, value).strongReference(true).register(registry);
    }
}
