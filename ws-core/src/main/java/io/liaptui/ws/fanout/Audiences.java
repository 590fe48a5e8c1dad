package io.liaptui.ws.fanout;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.measure.Measures;
import io.liaptui.ws.relay.Relay;
import io.liaptui.ws.relay.RelayMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final Measures measures;
    private final Executor executor;

    private record Counted(Audience audience, int sockets) {}

    public Audiences(RoomFinder finder, Relay relay, Timers timers, Measures measures, Executor executor) {
        this.finder = finder;
        this.relay = relay;
        this.timers = timers;
        this.measures = measures;
        this.executor = executor;
    }

    /** Counts a socket in; {@link #leave} must follow once. */
    public void enter(RoomId room, String socket) {
        audiences
                .compute(
                        room,
                        (id, old) -> old == null
                                ? new Counted(new Audience(id, finder, relay, timers, measures, executor), 1)
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
     * @param shown to its client before; it gets what came since, or everything
     */
    public CompletionStage<Void> attach(
            RoomId room, RoomSocket socket, @Nullable Seat seat, long generation, Shown shown) {
        Counted counted = audiences.get(room);
        if (counted == null) {
            return CompletableFuture.completedStage(null);
        }
        Watcher watcher = new Watcher(socket, seat, generation, shown);
        counted.audience().attach(watcher);
        return watcher.arrived;
    }

    /** Whether a socket of this node watches the room. */
    public boolean watches(RoomId room) {
        return audiences.containsKey(room);
    }

    /** Takes what an owner says to its audience here. */
    public void receive(NodeId from, RelayMessage message) {
        switch (message) {
            case RelayMessage.Step step -> hear(step.room(), audience -> audience.step(from, step));
            case RelayMessage.Kick kick -> hear(kick.room(), audience -> audience.kick(kick));
            case RelayMessage.NotMine(var room, var owner, var epoch) ->
                hear(room, audience -> audience.moved(from, owner, epoch));
            case RelayMessage.Beat(var marks) -> marks.forEach(mark -> mark(from, mark));
            default -> throw new IllegalArgumentException("not for an audience: " + message);
        }
    }

    /** Does something after all that the audience of this room, if there is one here, was told before. */
    public void inOrder(RoomId room, Runnable task) {
        Counted counted = audiences.get(room);
        if (counted == null) {
            task.run();
        } else {
            counted.audience().hear(task);
        }
    }

    /** A node is dead: whoever watched its rooms looks for their next owner. */
    public void nodeLost(NodeId node) {
        audiences.values().forEach(counted -> {
            Audience audience = counted.audience();
            audience.hear(() -> audience.nodeLost(node));
        });
    }

    /** This node slept; owners may have given its sockets up. */
    void doubtAll() {
        audiences.values().forEach(counted -> counted.audience().doubt());
    }

    /** Owners that are silent for too long are looked for. */
    void listen() {
        audiences.values().forEach(counted -> counted.audience().listen());
    }

    /** Who runs the room, as far as its audience here knows. */
    Optional<NodeId> owner(RoomId room) {
        Counted counted = audiences.get(room);
        return counted == null ? Optional.empty() : counted.audience().owner();
    }

    private void mark(NodeId from, RelayMessage.Mark mark) {
        if (audiences.containsKey(mark.room())) {
            hear(mark.room(), audience -> audience.mark(from, mark));
        } else {
            relay.send(from, new RelayMessage.Here(mark.room(), mark.epoch(), List.of()));
        }
    }

    private void hear(RoomId room, Consumer<Audience> action) {
        on(room, audience -> audience.hear(() -> action.accept(audience)));
    }

    private void on(RoomId room, Consumer<Audience> action) {
        Counted counted = audiences.get(room);
        if (counted != null) {
            action.accept(counted.audience());
        }
    }
}
