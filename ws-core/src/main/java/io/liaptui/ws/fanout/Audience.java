package io.liaptui.ws.fanout;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.protocol.CloseCode;
import io.liaptui.ws.actor.Mailbox;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.measure.Measures;
import io.liaptui.ws.relay.Relay;
import io.liaptui.ws.relay.RelayMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The sockets of this node that watch one room. Attaches each to the room's owner until an answer comes, passes steps
 * on in order, and attaches again with what it has when something is missing: a step between two, the newest one (the
 * owner's marks say so), or the owner's marks themselves.
 *
 * <p>What other nodes say waits in a mailbox of {@value #MAILBOX}; full, it is dropped, and everybody is attached again
 * when the mailbox is empty. Threading: any thread calls; the work is done on one thread of the executor at a time.
 */
final class Audience implements OwnerTrail.Seeker {
    private static final int MAILBOX = 1024;

    /** Three beats of the owner. */
    private static final long SILENCE_MILLIS = Duration.ofMillis(1500).toMillis();

    private final RoomId room;
    private final RoomFinder finder;
    private final Relay relay;
    private final Timers timers;
    private final Measures measures;
    private final Mailbox<Runnable> mailbox;
    private final AtomicBoolean overrun = new AtomicBoolean();
    private final OwnerTrail trail;
    private final Watchers watchers = new Watchers();
    private volatile long heardAt;
    private boolean strange;
    private @Nullable Lost lost;

    /** The owner died at that time, as this node judged. */
    private record Lost(NodeId owner, long at) {}

    Audience(RoomId room, RoomFinder finder, Relay relay, Timers timers, Measures measures, Executor executor) {
        this.room = room;
        this.finder = finder;
        this.relay = relay;
        this.timers = timers;
        this.measures = measures;
        this.mailbox = Mailbox.ofTasks(MAILBOX, executor);
        this.trail = new OwnerTrail(room, finder, timers, mailbox::push, this);
        this.heardAt = timers.now();
    }

    /** A socket is open; it may attach until it is detached. */
    void enter(String socket) {
        mailbox.push(() -> watchers.open(socket));
    }

    /** Attaches a socket, or again with what it proved meanwhile. It has arrived when it has seen all, or is not wanted. */
    void attach(Watcher watcher) {
        mailbox.push(() -> {
            if (watchers.add(watcher)) {
                trail.seek();
                closeOlder(watcher);
            }
        });
    }

    /** The socket is closed. */
    void detach(String socket) {
        mailbox.push(() -> leave(socket));
    }

    /** Does this after all that came before for this room. */
    void hear(Runnable task) {
        if (!mailbox.offer(task) && overrun.compareAndSet(false, true)) {
            mailbox.push(() -> {
                overrun.set(false);
                again(watcher -> true);
            });
        }
    }

    void step(NodeId from, RelayMessage.Step step) {
        if (trail.isLate(step.epoch())) {
            return;
        }
        boolean news = heard(from, step.epoch());
        if (lost != null && !lost.owner().equals(from)) {
            measures.firstFrame(Duration.ofMillis(timers.now() - lost.at()));
            lost = null;
        }
        boolean gap = false;
        for (Watcher watcher : watchers.of(step.sockets())) {
            if (!watcher.take(step) && !watcher.isWaiting()) {
                watcher.waits();
                gap = true;
            }
        }
        if (gap) {
            measures.gap();
            trail.seek();
        }
        if (news) {
            // Who was attached to the owner before has to attach here, whether or not that one says so
            again(watcher -> watcher.isBehind(step.epoch(), 0));
        }
    }

    void mark(NodeId from, RelayMessage.Mark mark) {
        if (trail.isLate(mark.epoch())) {
            return;
        }
        if (watchers.isEmpty()) {
            relay.send(from, new RelayMessage.Here(room, mark.epoch(), List.of()));
            return;
        }
        heard(from, mark.epoch());
        if (again(watcher -> !watcher.isWaiting() && watcher.isBehind(mark.epoch(), mark.number()))) {
            measures.gap();
        } else if (mark.crowd() == 0 || isWaiting() || mark.crowd() == watchers.crowd()) {
            strange = false;
        } else if (!strange) {
            // Somebody may just be coming or going
            strange = true;
        } else {
            strange = false;
            measures.gap();
            relay.send(from, new RelayMessage.Here(room, mark.epoch(), watchers.sockets()));
            again(watcher -> true);
        }
    }

    void kick(RelayMessage.Kick kick) {
        Watcher watcher = leave(kick.socket());
        if (watcher != null) {
            watcher.socket.close(kick.code(), kick.reason());
        }
    }

    /** The room is not, or not any more, where we thought; perhaps this one says where it is. */
    void moved(NodeId from, @Nullable NodeId owner, long epoch) {
        if (owner != null && trail.hinted(owner, epoch)) {
            again(watcher -> true);
        } else if (trail.lost(from)) {
            watchers.of(null).forEach(Watcher::waits);
        }
    }

    /** This node is dead; if it ran the room, another one will. */
    void nodeLost(NodeId node) {
        if (trail.owner().equals(Optional.of(node))) {
            lost = new Lost(node, timers.now());
        }
        moved(node, null, 0);
    }

    /** Attaches everybody again, because the owner may have given us up. Any thread. */
    void doubt() {
        mailbox.push(() -> again(watcher -> true));
    }

    /** Has the owner been silent for too long? Any thread. */
    void listen() {
        if (timers.now() - heardAt > SILENCE_MILLIS) {
            heardAt = timers.now();
            mailbox.push(() -> {
                if (watchers.any(watcher -> !watcher.isWaiting())) {
                    measures.gap();
                    trail.forget();
                    again(watcher -> true);
                }
            });
        }
    }

    /** The owner, as far as it is known. Any thread. */
    Optional<NodeId> owner() {
        return trail.owner();
    }

    @Override
    public boolean isWaiting() {
        return watchers.any(Watcher::isWaiting);
    }

    @Override
    public void ask(NodeId owner) {
        watchers.those(Watcher::isWaiting).forEach(watcher -> relay.send(owner, watcher.attach(room)));
    }

    @Override
    public void rewound() {
        watchers.of(null).forEach(Watcher::rewind);
    }

    @Override
    public void gone() {
        watchers.removeAll().forEach(watcher -> watcher.socket.roomGone());
    }

    private boolean heard(NodeId from, long epoch) {
        heardAt = timers.now();
        return trail.heard(from, epoch);
    }

    /** Attaches these again; false if there are none. */
    private boolean again(Predicate<Watcher> which) {
        List<Watcher> some = watchers.those(which);
        some.forEach(Watcher::waits);
        if (!some.isEmpty()) {
            trail.seek();
        }
        return !some.isEmpty();
    }

    /** The newest socket of a seat wins it here, before the owner says so. */
    private void closeOlder(Watcher newest) {
        for (Watcher other : watchers.those(newest::replaces)) {
            leave(other.socket.id());
            other.socket.close(CloseCode.LEFT.code(), "replaced");
        }
    }

    private @Nullable Watcher leave(String socket) {
        Watcher watcher = watchers.close(socket);
        if (watcher != null) {
            farewell(new RelayMessage.Detach(room, socket, watcher.generation));
        }
        return watcher;
    }

    /** Should it be lost, the owner's next mark does not fit, and it is told who is here. */
    private void farewell(RelayMessage.Detach detach) {
        trail.owner().ifPresentOrElse(owner -> relay.send(owner, detach), () -> finder.find(room)
                .thenAccept(found -> {
                    if (found instanceof RoomFinder.Found.At(var owner, var epoch, var alive)) {
                        relay.send(owner, detach);
                    }
                }));
    }
}
