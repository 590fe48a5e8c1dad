package io.liaptui.ws.room;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.Seat;
import io.liaptui.ws.relay.Crowd;
import io.liaptui.ws.relay.RelayMessage;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which sockets watch a room, and which of them plays which seat. Belongs to one life of a room actor and is in no
 * log. The socket with the highest generation has the seat, in whatever order they arrive. One thread at a time, {@link
 * #crowds} aside.
 */
final class Presence {
    private final Map<String, Watcher> watchers = new LinkedHashMap<>();
    private final Map<Seat, Long> generations = new HashMap<>();
    private final Set<Seat> attached = new HashSet<>();
    private volatile Map<NodeId, Long> crowds = Map.of();

    /** One socket. */
    record Watcher(NodeId node, String socket, @Nullable Seat seat, long generation) {}

    /** What came of an attach. */
    sealed interface Attached {
        /** @param replaced the older socket of the seat, to be closed */
        record Here(Optional<Watcher> replaced) implements Attached {}

        /** A newer socket has the seat. */
        record Outdated() implements Attached {}
    }

    Attached attach(NodeId node, RelayMessage.Attach attach) {
        Seat seat = attach.seat();
        Optional<Watcher> replaced = Optional.empty();
        if (seat != null) {
            if (attach.generation() < generation(seat)) {
                return new Attached.Outdated();
            }
            replaced = holder(seat).filter(holder -> !holder.socket().equals(attach.socket()));
            replaced.ifPresent(old -> watchers.remove(old.socket()));
            generations.put(seat, attach.generation());
            attached.add(seat);
        }
        watchers.put(attach.socket(), new Watcher(node, attach.socket(), seat, attach.generation()));
        changed();
        return new Attached.Here(replaced);
    }

    /** The seat that has no socket any more, if one has not. */
    Optional<Seat> detach(String socket) {
        Watcher gone = watchers.remove(socket);
        changed();
        return gone == null ? Optional.empty() : Optional.ofNullable(gone.seat());
    }

    /** The seat that this socket plays, if it plays one. */
    Optional<Seat> seatOf(String socket) {
        return Optional.ofNullable(watchers.get(socket)).map(Watcher::seat);
    }

    /**
     * Whoever holds the seat only watches from now on. Its generation does not count any more: should the socket miss that
     * it is closed and attach again, it must not bring its player back.
     */
    void unseat(Seat seat) {
        holder(seat).ifPresent(old -> {
            watchers.put(old.socket(), new Watcher(old.node(), old.socket(), null, 0));
            generations.merge(seat, 1L, Long::sum);
            attached.remove(seat);
            changed();
        });
    }

    /** The seat changes hands: sockets of its last player neither hold it nor act for it any more. */
    void vacate(Seat seat) {
        unseat(seat);
        if (attached.remove(seat)) {
            generations.merge(seat, 1L, Long::sum);
        }
    }

    /** The seats that lost their socket with this node. */
    List<Seat> lose(NodeId node) {
        return keepOnly(node, List.of());
    }

    /** The seats that lost their socket, because the node has no other sockets of this room than these. */
    List<Seat> keepOnly(NodeId node, Collection<String> sockets) {
        List<Seat> seats = new ArrayList<>();
        watchers.values().removeIf(watcher -> {
            if (!watcher.node().equals(node) || sockets.contains(watcher.socket())) {
                return false;
            }
            if (watcher.seat() != null) {
                seats.add(watcher.seat());
            }
            return true;
        });
        changed();
        return seats;
    }

    /** May this socket act for this seat? */
    boolean holds(Seat seat, long generation) {
        return generation >= generation(seat);
    }

    /** Generations that sockets may have drawn before this life of the room: whoever has an older one comes too late. */
    void floor(Map<Seat, Long> drawn) {
        drawn.forEach((seat, generation) -> generations.merge(seat, generation, Math::max));
    }

    /** The newest generation of each seat. */
    Map<Seat, Long> generations() {
        return Map.copyOf(generations);
    }

    long generation(Seat seat) {
        return generations.getOrDefault(seat, 0L);
    }

    Optional<Watcher> holder(Seat seat) {
        return watchers.values().stream()
                .filter(watcher -> seat.equals(watcher.seat()))
                .findFirst();
    }

    boolean isHeld(Seat seat) {
        return holder(seat).isPresent();
    }

    /** Is anybody here who plays? */
    boolean anySeated() {
        return watchers.values().stream().anyMatch(watcher -> watcher.seat() != null);
    }

    Collection<Watcher> all() {
        return List.copyOf(watchers.values());
    }

    /** Every node with sockets of this room, and the sum of them as {@link Crowd} counts. Any thread. */
    Map<NodeId, Long> crowds() {
        return crowds;
    }

    private void changed() {
        crowds = watchers.values().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Watcher::node, watcher -> Crowd.of(watcher.socket(), watcher.generation()), Long::sum));
    }

    /** Every node with sockets of this room, and the seats played from there. */
    Map<NodeId, Set<Seat>> nodes() {
        return watchers.values().stream()
                .collect(Collectors.groupingBy(
                        Watcher::node,
                        () -> new TreeMap<>(Comparator.comparing(NodeId::value)),
                        Collectors.mapping(
                                Watcher::seat,
                                Collectors.filtering(Objects::nonNull, Collectors.toCollection(TreeSet::new)))));
    }
}
