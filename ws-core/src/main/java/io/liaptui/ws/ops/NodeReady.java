package io.liaptui.ws.ops;

import io.liaptui.ws.ownership.Nodes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready while a new player is well served here; not while this node starts, drains, or is cut off from Redis. */
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
                .status(nodes.takesPlayers())
                .withData("id", nodes.me().value())
                .withData("state", nodes.state().text())
                .withData("isolated", nodes.isIsolated())
                .build();
    }
}
