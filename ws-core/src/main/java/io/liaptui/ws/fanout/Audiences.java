package io.liaptui.ws.fanout;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.relay.Relay;
import io.liaptui.ws.relay.RelayMessage;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The audiences of all rooms that this node's sockets watch. Threading: any thread. */
public final class Audiences {
    private final Map<RoomId, Counted> audiences = new ConcurrentHashMap<>();
    private final RoomFinder finder;
    private final Relay relay;
    private final Timers timers;
    private final Executor executor;

    private record Counted(Audience audience, int sockets) {}

    public Audiences(RoomFinder finder, Relay relay, Timers timers, Executor executor) {
        this.finder = finder;
        this.relay = relay;
        this.timers = timers;
        this.executor = executor;
    }

    /** Counts a socket in; {@link #leave} must follow once. */
    public void enter(RoomId room, String socket) {
        audiences
                .compute(
                        room,
                        (id, old) -> old == null
                                ? new Counted(new Audience(id, finder, relay, timers, executor), 1)
                                : new Counted(old.audience(), old.sockets() + 1))
                .audience()
                .enter(socket);
    }

    /** The socket is closed. */
    public void leave(RoomId room, String socket) {
        on(room, audience -> audience.detach(socket));
        audiences.computeIfPresent(
                room, (id, old) -> old.sockets() == 1 ? null : new Counted(old.audience(), old.sockets() - 1));
    }

    /**
     * Brings a socket into the room, or brings it up to date again. Done when it has seen everything, which waits for an
     * owner, or when it is not wanted.
     *
     * @param seat null for a spectator
     */
    public CompletionStage<Void> attach(RoomId room, RoomSocket socket, @Nullable Seat seat, long generation) {
        Counted counted = audiences.get(room);
        return counted == null
                ? CompletableFuture.completedStage(null)
                : counted.audience().attach(socket, seat, generation);
    }

    /** Whether a socket of this node watches the room. */
    public boolean watches(RoomId room) {
        return audiences.containsKey(room);
    }

    /** Takes what an owner says to its audience here. */
    public void receive(NodeId from, RelayMessage message) {
        switch (message) {
            case RelayMessage.Step step -> on(step.room(), audience -> audience.step(from, step));
            case RelayMessage.Kick kick -> on(kick.room(), audience -> audience.kick(kick));
            case RelayMessage.NotMine notMine -> on(notMine.room(), audience -> audience.moved(from));
            default -> throw new IllegalArgumentException("not for an audience: " + message);
        }
    }

    /** A node is dead: whoever watched its rooms looks for their next owner. */
    public void nodeLost(NodeId node) {
        audiences.values().forEach(counted -> counted.audience().moved(node));
    }

    private void on(RoomId room, Consumer<Audience> action) {
        Counted counted = audiences.get(room);
        if (counted != null) {
            action.accept(counted.audience());
        }
    }
}
