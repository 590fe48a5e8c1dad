package io.liaptui.ws.fanout;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.relay.Relay;
import io.liaptui.ws.relay.RelayMessage;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The couriers of all sockets of this node. Threading: any thread. */
public final class Couriers {
    private final Map<String, Courier> couriers = new ConcurrentHashMap<>();
    private final RoomFinder finder;
    private final Audiences audiences;
    private final Relay relay;
    private final Timers timers;

    public Couriers(RoomFinder finder, Audiences audiences, Relay relay, Timers timers) {
        this.finder = finder;
        this.audiences = audiences;
        this.relay = relay;
        this.timers = timers;
    }

    /** A courier for a new socket; {@link #close} must follow. */
    public Courier open(String socket) {
        Courier courier = new Courier(socket, this, relay, timers);
        couriers.put(socket, courier);
        return courier;
    }

    public void close(String socket) {
        couriers.remove(socket);
    }

    /** After the frames that the owner sent before. */
    public void answered(RelayMessage.Answer answer) {
        audiences.inOrder(answer.room(), () -> {
            Courier courier = couriers.get(answer.socket());
            if (courier != null) {
                courier.answered(answer);
            }
        });
    }

    public void moved(RelayMessage.NotMine notMine) {
        couriers.values().forEach(courier -> courier.moved(notMine));
    }

    RoomFinder finder() {
        return finder;
    }

    /** Who runs the room, if somebody here watches it. */
    Optional<NodeId> owner(RoomId room) {
        return audiences.owner(room);
    }
}
