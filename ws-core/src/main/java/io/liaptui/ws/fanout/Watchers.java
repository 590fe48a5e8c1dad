package io.liaptui.ws.fanout;

import io.liaptui.ws.relay.Crowd;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The watchers of one audience by socket. On the audience's thread. */
final class Watchers {
    private final Map<String, Watcher> bySocket = new LinkedHashMap<>();
    private final Set<String> open = new HashSet<>();

    /** A socket is open; only such can watch. */
    void open(String socket) {
        open.add(socket);
    }

    /** False if its socket has gone: taken in now, it would hold its seat for ever. */
    boolean add(Watcher watcher) {
        if (!open.contains(watcher.socket.id())) {
            watcher.end();
            return false;
        }
        Watcher old = bySocket.put(watcher.socket.id(), watcher);
        if (old != null) {
            old.end();
        }
        return true;
    }

    @Nullable
    Watcher close(String socket) {
        open.remove(socket);
        Watcher watcher = bySocket.remove(socket);
        if (watcher != null) {
            watcher.end();
        }
        return watcher;
    }

    /** Nobody watches any more; the sockets stay open. */
    List<Watcher> removeAll() {
        List<Watcher> all = List.copyOf(bySocket.values());
        bySocket.clear();
        all.forEach(Watcher::end);
        return all;
    }

    boolean isEmpty() {
        return bySocket.isEmpty();
    }

    boolean any(Predicate<Watcher> which) {
        return bySocket.values().stream().anyMatch(which);
    }

    List<Watcher> those(Predicate<Watcher> which) {
        return bySocket.values().stream().filter(which).toList();
    }

    /** Those of these sockets, or all. */
    List<Watcher> of(@Nullable Collection<String> sockets) {
        return sockets == null
                ? new ArrayList<>(bySocket.values())
                : sockets.stream().map(bySocket::get).filter(Objects::nonNull).toList();
    }

    List<String> sockets() {
        return List.copyOf(bySocket.keySet());
    }

    /** The sum of all, as the owner counts it. */
    long crowd() {
        return bySocket.values().stream()
                .mapToLong(watcher -> Crowd.of(watcher.socket.id(), watcher.generation))
                .sum();
    }
}
