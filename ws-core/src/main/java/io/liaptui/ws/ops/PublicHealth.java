package io.liaptui.ws.ops;

import io.liaptui.ws.ownership.Nodes;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/**
 * Whether a player who came here now would be served; peers that are cut off from Redis ask it ({@link PeerHealth}). Says no
 * more than yes or no, for anybody may ask. It is not the health check of the balancer's group, which asks whether this
 * node is alive: nodes are replaced by that one, and an outage of Redis must not replace them all.
 */
@Singleton
final class PublicHealth {
    static final String PATH = "/health";

    private final Nodes nodes;

    @Inject
    PublicHealth(Nodes nodes) {
        this.nodes = nodes;
    }

    void route(@Observes Router router) {
        router.get(PATH).handler(this::answer);
        router.head(PATH).handler(this::answer);
    }

    private void answer(RoutingContext context) {
        boolean served = nodes.takesPlayers();
        context.response()
                .setStatusCode(served ? 200 : 503)
                .putHeader("Content-Type", "text/plain")
                .putHeader("Cache-Control", "no-store")
                .end(served ? "OK" : "No new players here at the moment");
    }
}
