package io.liaptui.ws.ops;

import io.liaptui.common.protocol.ServerCodec;
import io.liaptui.common.protocol.ServerMessage;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.admin.NodeOrders;
import io.liaptui.ws.admin.Orders;
import io.liaptui.ws.admin.PlayerOrders;
import io.liaptui.ws.bans.BanWatch;
import io.liaptui.ws.bans.Bans;
import io.liaptui.ws.departure.QuarkusSockets;
import io.liaptui.ws.departure.Sockets;
import io.liaptui.ws.socket.Expulsion;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.websockets.next.OpenConnections;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Collection;

/** Lets the node take operators' commands. */
@Singleton
final class Administration {
    private final Node node;
    private final Orders orders;
    private final BanWatch bans;

    @Inject
    Administration(Node node, Operators operators, Timers timers, OpenConnections connections) {
        this.node = node;
        Sockets sockets = new QuarkusSockets(connections);
        NodeOrders own = new NodeOrders(
                node::drain,
                node.ownership().drain(),
                node.rooms()::running,
                message -> tell(
                        sockets,
                        new ServerMessage.Announcement(
                                message, operators.clock().instant())));
        Bans known = node.sockets().bans();
        Expulsion expulsion = new Expulsion(connections, known);
        bans = new BanWatch(operators.bans(), known, timers, expulsion::banned);
        orders = new Orders(
                operators.outcomes(),
                operators.rooms(),
                own,
                new PlayerOrders(bans, expulsion::seated),
                operators.erasure(),
                timers,
                operators.clock());
    }

    void started(@Observes StartupEvent started) {
        node.onOrder(orders);
        bans.start();
    }

    static int tell(Sockets sockets, ServerMessage message) {
        String text = ServerCodec.encode(message);
        Collection<? extends Sockets.Socket> open = sockets.open();
        open.forEach(socket -> socket.say(text));
        return open.size();
    }
}
