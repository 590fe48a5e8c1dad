package io.liaptui.ws.room;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.relay.Relay;
import io.liaptui.ws.relay.RelayMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The rooms of this node: those that run, those that are being made or claimed, and, for a while, where those went that
 * ran here. Brings each message to its room; whoever asks for a room that is not here is told so. Threading: any thread.
 */
final class RoomRegistry {
    private static final Duration REMEMBERED = Duration.ofSeconds(10);

    private final Map<RoomId, Place> places = new ConcurrentHashMap<>();
    private final Map<RoomId, RelayMessage.NotMine> gone = new ConcurrentHashMap<>();
    private final NodeId me;
    private final Relay relay;
    private final Timers timers;

    /** What a room is to this node. */
    sealed interface Place permits Here, RoomLoading {}

    record Here(Room room) implements Place {}

    RoomRegistry(NodeId me, Relay relay, Timers timers) {
        this.me = me;
        this.relay = relay;
        this.timers = timers;
    }

    Optional<Place> at(RoomId id) {
        return Optional.ofNullable(places.get(id));
    }

    /** Completes when it is decided whether the room runs here. */
    CompletionStage<Void> decided(RoomId id) {
        return places.get(id) instanceof RoomLoading loading
                ? loading.decided()
                : CompletableFuture.completedStage(null);
    }

    /** Does it run here, or do I know who has it? */
    boolean isKnown(RoomId id) {
        return places.get(id) instanceof Here || gone.containsKey(id);
    }

    /** The rooms that run, a momentary value. */
    Map<RoomId, Room> running() {
        Map<RoomId, Room> running = new HashMap<>();
        places.forEach((id, place) -> {
            if (place instanceof Here(var room)) {
                running.put(id, room);
            }
        });
        return running;
    }

    /** The room is to be made or claimed; empty if it is known here already. */
    Optional<RoomLoading> load(RoomId id) {
        RoomLoading loading = new RoomLoading();
        return places.putIfAbsent(id, loading) == null ? Optional.of(loading) : Optional.empty();
    }

    /** It runs now, and gets what waited for it. */
    void runs(RoomId id, RoomLoading loading, Room room) {
        synchronized (loading) {
            places.put(id, new Here(room));
            loading.end().forEach(kept -> deliver(id, room, kept.from(), kept.message()));
        }
        gone.remove(id);
        loading.decide();
    }

    /**
     * It will not run here; has no effect once it does.
     *
     * @param hint where it is, if that is known
     */
    void runsNot(RoomId id, RoomLoading loading, RelayMessage.@Nullable NotMine hint) {
        if (hint != null) {
            remember(hint);
        }
        synchronized (loading) {
            if (places.remove(id, loading)) {
                loading.end().stream()
                        .filter(kept -> !(kept.message() instanceof RelayMessage.Detach))
                        .map(RoomLoading.Kept::from)
                        .distinct()
                        .forEach(from -> relay.send(from, notMine(id)));
            }
        }
        loading.decide();
    }

    /** Its actor has ended. */
    void forget(RoomId id, Room actor, RelayMessage.@Nullable NotMine hint) {
        if (hint != null) {
            remember(hint);
        }
        places.computeIfPresent(id, (_, place) -> place instanceof Here(var room) && room == actor ? null : place);
    }

    /** What to tell whoever asks for a room that is not here. */
    RelayMessage.NotMine notMine(RoomId id) {
        return gone.getOrDefault(id, RelayMessage.NotMine.unknown(id));
    }

    /** Hands a message of a socket's node to the room it is for. */
    void dispatch(RoomId id, NodeId from, RelayMessage message) {
        switch (places.get(id)) {
            case null -> {
                if (!(message instanceof RelayMessage.Detach || message instanceof RelayMessage.Here)) {
                    relay.send(from, notMine(id));
                }
            }
            case Here(var room) -> deliver(id, room, from, message);
            case RoomLoading loading -> {
                switch (loading.keep(from, message)) {
                    case KEPT -> {}
                    case FULL -> busy(id, from, message);
                    case OVER -> dispatch(id, from, message);
                }
            }
        }
    }

    /** A node is dead, and its sockets with it. */
    void nodeLost(NodeId node) {
        places.values().forEach(place -> {
            switch (place) {
                case Here(var room) -> room.push(new RoomInput.NodeLost(node));
                case RoomLoading loading -> loading.lose(node);
            }
        });
    }

    private void deliver(RoomId id, Room room, NodeId from, RelayMessage message) {
        boolean taken =
                switch (message) {
                    case RelayMessage.Attach attach -> room.offer(new RoomInput.Attach(from, attach));
                    case RelayMessage.Input input -> room.offer(new RoomInput.Command(from, input));
                    case RelayMessage.Detach detach -> {
                        room.push(new RoomInput.Detach(from, detach));
                        yield true;
                    }
                    case RelayMessage.Here here -> {
                        room.push(new RoomInput.Here(from, here));
                        yield true;
                    }
                    default -> throw new IllegalArgumentException("not for a room: " + message);
                };
        if (!taken) {
            busy(id, from, message);
        }
    }

    /** Attaches are repeated anyway. */
    private void busy(RoomId id, NodeId from, RelayMessage message) {
        if (message instanceof RelayMessage.Input input) {
            String busy = RoomDesk.error("busy", "The room is very busy. Please try again.");
            relay.send(from, new RelayMessage.Answer(id, input.socket(), input.number(), List.of(busy)));
        }
    }

    private void remember(RelayMessage.NotMine hint) {
        if (!me.equals(hint.owner())) {
            gone.put(hint.room(), hint);
            timers.after(REMEMBERED, () -> gone.remove(hint.room(), hint));
        }
    }
}
