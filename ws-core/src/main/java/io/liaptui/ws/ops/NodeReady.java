package io.liaptui.ws.ops;

import io.liaptui.ws.ownership.NodeState;
import io.liaptui.ws.ownership.Nodes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once this node may create rooms. Liveness asks nobody: an outage of Redis must not kill every node. */
@Readiness
@Singleton
final class NodeReady implements HealthCheck {
    private final Nodes nodes;

    @Inject
    NodeReady(Nodes nodes) {
        this.nodes = nodes;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("node")
                .status(nodes.state() == NodeState.READY)
                .withData("id", nodes.me().value())
                .withData("state", nodes.state().text())
                .build();
    }
}
