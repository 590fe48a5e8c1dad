package io.liaptui.ws.fanout;

import io.liaptui.common.admin.AdminCommand;
import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.relay.RelayMessage;
import io.liaptui.ws.room.Rooms;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Where the relay's messages go: to rooms that run here, to sockets that are here, to the lobby. */
public final class Switchboard {
    private final Rooms rooms;
    private final Audiences audiences;
    private final Couriers couriers;
    private final Runnable lobbyChanged;
    private final BiConsumer<NodeId, RelayMessage.Take> onTake;
    private final Runnable onDrain;
    private final Consumer<AdminCommand> onOrder;

    /**
     * @param onTake a node has given a room to this one
     * @param onDrain an operator wants this node to go
     * @param onOrder an operator wants anything, and to hear of it
     */
    public Switchboard(
            Rooms rooms,
            Audiences audiences,
            Couriers couriers,
            Runnable lobbyChanged,
            BiConsumer<NodeId, RelayMessage.Take> onTake,
            Runnable onDrain,
            Consumer<AdminCommand> onOrder) {
        this.rooms = rooms;
        this.audiences = audiences;
        this.couriers = couriers;
        this.lobbyChanged = lobbyChanged;
        this.onTake = onTake;
        this.onDrain = onDrain;
        this.onOrder = onOrder;
    }

    /** Called on a thread of the relay; nothing here blocks. */
    public void receive(RelayMessage.Envelope envelope) {
        RelayMessage message = envelope.message();
        switch (message) {
            case RelayMessage.Attach attach -> rooms.dispatch(envelope.from(), attach);
            case RelayMessage.Detach detach -> rooms.dispatch(envelope.from(), detach);
            case RelayMessage.Input input -> rooms.dispatch(envelope.from(), input);
            case RelayMessage.Answer answer -> couriers.answered(answer);
            case RelayMessage.Step step -> audiences.receive(envelope.from(), step);
            case RelayMessage.Kick kick -> audiences.receive(envelope.from(), kick);
            case RelayMessage.NotMine notMine -> {
                audiences.receive(envelope.from(), notMine);
                couriers.moved(notMine);
            }
            case RelayMessage.LobbyChanged changed -> lobbyChanged.run();
            case RelayMessage.Take take -> onTake.accept(envelope.from(), take);
            case RelayMessage.Taken taken -> rooms.taken(envelope.from(), taken);
            case RelayMessage.Here here -> rooms.dispatch(envelope.from(), here);
            case RelayMessage.Beat beat -> audiences.receive(envelope.from(), beat);
            case RelayMessage.Drain drain -> onDrain.run();
            case RelayMessage.Order(var command) -> onOrder.accept(command);
            case RelayMessage.Echo echo -> {}
        }
    }
}
