package io.liaptui.ws.fanout;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.wire.Frame;
import io.liaptui.ws.actor.Mailbox;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.relay.Relay;
import io.liaptui.ws.relay.RelayMessage;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The sockets of this node that watch one room. Attaches each to the room's owner until a full view comes, passes steps
 * on in order, and attaches again when one is missing or the owner changed.
 *
 * <p>A socket takes: the next number of its epoch; or a full view of the same or a higher epoch. Everything else is late
 * or double and is dropped. Threading: any thread calls; the work is done on one thread of the executor at a time.
 */
final class Audience {
    private static final Duration FIRST_RETRY = Duration.ofMillis(300);
    private static final Duration NEXT_RETRY = Duration.ofSeconds(1);
    private static final Duration AFTER_MOVE = Duration.ofMillis(100);

    private final RoomId room;
    private final RoomFinder finder;
    private final Relay relay;
    private final Timers timers;
    private final Mailbox<Runnable> mailbox;
    private final Map<String, Watcher> watchers = new LinkedHashMap<>();
    private final Set<String> open = new HashSet<>();
    private @Nullable NodeId owner;
    private long epoch;

    Audience(RoomId room, RoomFinder finder, Relay relay, Timers timers, Executor executor) {
        this.room = room;
        this.finder = finder;
        this.relay = relay;
        this.timers = timers;
        this.mailbox = Mailbox.ofTasks(Integer.MAX_VALUE, executor);
    }

    /** A socket is open; it may attach until it is detached. */
    void enter(String socket) {
        mailbox.push(() -> open.add(socket));
    }

    /** Attaches a socket, or again with what it proved meanwhile. Done when it has seen everything, or is not wanted. */
    CompletionStage<Void> attach(RoomSocket socket, @Nullable Seat seat, long generation) {
        Watcher watcher = new Watcher(socket, seat, generation);
        mailbox.push(() -> {
            if (!open.contains(socket.id())) {
                // It went while its seat was being proved: attached now, it would hold the seat for ever
                watcher.end();
                return;
            }
            Watcher old = watchers.put(socket.id(), watcher);
            if (old != null) {
                old.end();
            }
            ask(watcher, FIRST_RETRY);
        });
        return watcher.arrived;
    }

    /** The socket is closed. */
    void detach(String socket) {
        mailbox.push(() -> leave(socket));
    }

    void step(NodeId from, RelayMessage.Step step) {
        mailbox.push(() -> {
            if (step.epoch() < epoch) {
                return;
            }
            owner = from;
            if (step.epoch() > epoch) {
                epoch = step.epoch();
                newOwner();
            }
            if (step.full()) {
                List<String> sockets = step.sockets();
                (sockets == null ? List.copyOf(watchers.keySet()) : sockets)
                        .forEach(id -> full(watchers.get(id), step));
            } else {
                List.copyOf(watchers.values()).forEach(watcher -> next(watcher, step));
            }
        });
    }

    void kick(RelayMessage.Kick kick) {
        mailbox.push(() -> {
            Watcher watcher = leave(kick.socket());
            if (watcher != null) {
                watcher.socket.close(kick.code(), kick.reason());
            }
        });
    }

    /** The room is not, or not any more, where we thought. */
    void moved(NodeId from) {
        mailbox.push(() -> {
            if (owner != null && !owner.equals(from)) {
                return;
            }
            owner = null;
            for (Watcher watcher : watchers.values()) {
                watcher.waiting = true;
                watcher.stopRetry();
                retry(watcher, AFTER_MOVE);
            }
        });
    }

    /** Who was attached to the owner before has to attach here, whether or not that one says so. */
    private void newOwner() {
        for (Watcher watcher : watchers.values()) {
            if (!watcher.waiting) {
                watcher.waiting = true;
                ask(watcher, FIRST_RETRY);
            }
        }
    }

    private @Nullable Watcher leave(String socket) {
        open.remove(socket);
        Watcher watcher = watchers.remove(socket);
        if (watcher != null) {
            watcher.end();
            farewell(new RelayMessage.Detach(room, socket, watcher.generation));
        }
        return watcher;
    }

    /** An owner that does not hear it would count the socket as present for ever. */
    private void farewell(RelayMessage.Detach detach) {
        NodeId to = owner;
        if (to != null) {
            relay.send(to, detach);
            return;
        }
        finder.owner(room).whenComplete((found, failure) -> {
            if (failure == null) {
                found.ifPresent(node -> relay.send(node, detach));
            } else {
                timers.after(NEXT_RETRY, () -> mailbox.push(() -> farewell(detach)));
            }
        });
    }

    private void full(@Nullable Watcher watcher, RelayMessage.Step step) {
        if (watcher == null
                || step.epoch() < watcher.epoch
                || (step.epoch() == watcher.epoch && step.number() < watcher.number)) {
            return;
        }
        watcher.epoch = step.epoch();
        watcher.number = step.number();
        watcher.waiting = false;
        deliver(watcher, step.frames());
        watcher.end();
    }

    private void next(Watcher watcher, RelayMessage.Step step) {
        if (watcher.waiting || step.epoch() != watcher.epoch || step.number() <= watcher.number) {
            return;
        }
        if (step.number() == watcher.number + 1) {
            watcher.number = step.number();
            deliver(watcher, step.frames());
        } else {
            watcher.waiting = true;
            ask(watcher, FIRST_RETRY);
        }
    }

    private static void deliver(Watcher watcher, Collection<Frame> frames) {
        Seat seat = watcher.seat;
        frames.forEach(frame -> watcher.socket.deliver(seat == null ? frame.forSpectator() : frame.forSeat(seat)));
    }

    private void ask(Watcher watcher, Duration again) {
        retry(watcher, again);
        NodeId to = owner;
        if (to != null) {
            send(to, watcher);
            return;
        }
        finder.owner(room)
                .whenComplete((found, failure) -> mailbox.push(() -> {
                    if (failure != null || watchers.get(watcher.socket.id()) != watcher) {
                        return;
                    }
                    if (found.isEmpty()) {
                        watchers.remove(watcher.socket.id());
                        watcher.end();
                        watcher.socket.roomGone();
                    } else {
                        owner = found.get();
                        send(found.get(), watcher);
                    }
                }));
    }

    private void send(NodeId to, Watcher watcher) {
        relay.send(
                to,
                new RelayMessage.Attach(
                        room, watcher.socket.id(), watcher.seat, watcher.generation, watcher.epoch, watcher.number));
    }

    private void retry(Watcher watcher, Duration delay) {
        watcher.stopRetry();
        watcher.retry = timers.after(
                delay,
                () -> mailbox.push(() -> {
                    if (watcher.waiting && watchers.get(watcher.socket.id()) == watcher) {
                        owner = null;
                        ask(watcher, NEXT_RETRY);
                    }
                }));
    }
}
