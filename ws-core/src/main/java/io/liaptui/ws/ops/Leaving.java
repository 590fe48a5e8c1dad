package io.liaptui.ws.ops;

import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.departure.Departure;
import io.liaptui.ws.departure.Farewell;
import io.liaptui.ws.departure.IsolatedSockets;
import io.liaptui.ws.departure.QuarkusSockets;
import io.liaptui.ws.departure.Sockets;
import io.liaptui.ws.ownership.NodeSettings;
import io.liaptui.ws.ownership.Nodes;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.websockets.next.OpenConnections;
import io.vertx.core.Vertx;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import org.jboss.logging.Logger;

/**
 * Why a node goes: SIGTERM, an operator, or because it hears nothing. Quarkus waits its shutdown delay out in any case,
 * so that delay is long, and the process is ended here as soon as everything is given away.
 */
@Singleton
final class Leaving {
    private static final Logger LOG = Logger.getLogger(Leaving.class);

    private final Node node;
    private final Nodes nodes;
    private final Departure departure;
    private final IsolatedSockets isolated;

    @Inject
    Leaving(
            Node node,
            Nodes nodes,
            Timers timers,
            Vertx vertx,
            OpenConnections connections,
            Settings settings,
            NodeSettings registry) {
        this.node = node;
        this.nodes = nodes;
        Sockets sockets = new QuarkusSockets(connections);
        Settings.Leave leave = settings.leave();
        Farewell farewell = new Farewell(
                sockets,
                timers,
                new SecureRandom(),
                new Farewell.Pace(leave.sockets(), leave.every(), leave.spread(), leave.successor()),
                this::othersReady);
        departure = new Departure(
                nodes, node.ownership().drain(), farewell, timers, settings.handover(), Leaving::endProcess);
        isolated = new IsolatedSockets(
                sockets,
                new PeerHealth(vertx, nodes),
                timers,
                leave.isolated().minus(registry.isolatedAfter()),
                leave.isolatedOver());
    }

    /** After a bad round nobody is known to live until his beat moves again: that is no reason to give up. */
    private boolean othersReady() {
        return !nodes.peers().isEmpty() || nodes.goodRounds() < 2;
    }

    void started(@Observes StartupEvent started) {
        node.onDrainOrder(departure::begin);
        isolated.watch(nodes);
    }

    void sigterm(@Observes ShutdownDelayInitiatedEvent stopping) {
        departure.begin();
    }

    /** A test runs in the same process as the node, and goes on after it. */
    private static void endProcess() {
        if (LaunchMode.current().isDevOrTest()) {
            LOG.info("the process is not ended in tests");
        } else {
            // Not exit: a shutdown is under way already, and would wait its delay out
            Runtime.getRuntime().halt(0);
        }
    }
}
