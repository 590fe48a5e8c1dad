package io.liaptui.ws.ops;

import io.liaptui.ws.ownership.NodeSettings;
import io.liaptui.ws.ownership.Nodes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Liveness;

/** Not alive when the node's own rounds stand: whoever runs it should replace it. */
@Liveness
@Singleton
final class NodeAlive implements HealthCheck {
    private final Nodes nodes;
    private final Pulse pulse;

    @Inject
    NodeAlive(Nodes nodes, NodeSettings settings) {
        this.nodes = nodes;
        this.pulse = new Pulse(nodes, settings.stuckAfter(), NodeAlive::sleep);
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("rounds")
                .status(pulse.beats())
                .withData("since", nodes.sinceTurn().toMillis())
                .build();
    }

    private static void sleep(Duration time) {
        LockSupport.parkNanos(time.toNanos());
    }
}
