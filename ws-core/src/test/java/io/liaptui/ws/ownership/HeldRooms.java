package io.liaptui.ws.ownership;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.journal.RoomIndex;
import io.liaptui.ws.journal.RoomJournal;
import io.liaptui.ws.relay.Relay;
import io.liaptui.ws.relay.RelayMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The rooms of one node, without what goes on in them: owned by the journal's word, moved as the protocol says. */
final class HeldRooms implements LocalRooms {
    private final Map<RoomId, Long> epochs = new HashMap<>();
    private final Map<RoomId, CompletableFuture<Moved>> moving = new HashMap<>();
    private final Set<RoomId> unloadable = new HashSet<>();
    private final NodeId me;
    private final RoomJournal journal;
    private final RoomIndex index;
    private final Relay relay;
    private final Timers timers;
    private int claims;
    private final int reads;
    private int mostMoving;
    private boolean stuck;

    HeldRooms(NodeId me, int reads, RoomJournal journal, RoomIndex index, Relay relay, Timers timers) {
        this.reads = reads;
        this.me = me;
        this.journal = journal;
        this.index = index;
        this.relay = relay;
        this.timers = timers;
    }

    void hold(RoomId room, long epoch) {
        epochs.put(room, epoch);
    }

    /** Its actor here ends; the journal does not know. */
    void lose(RoomId room) {
        epochs.remove(room);
    }

    void cannotLoad(RoomId room) {
        unloadable.add(room);
    }

    /** The journal answers no hand-over. */
    void stuck(boolean isStuck) {
        stuck = isStuck;
    }

    int claims() {
        return claims;
    }

    int mostMoving() {
        return mostMoving;
    }

    @Override
    public Set<RoomId> running() {
        return Set.copyOf(epochs.keySet());
    }

    @Override
    public CompletionStage<Void> claim(RoomId room, NodeId seenOwner, long seenEpoch) {
        if (epochs.containsKey(room)) {
            return CompletableFuture.completedStage(null);
        }
        claims++;
        return index.expect(me, room)
                .thenCompose(_ -> journal.claim(room, me, seenOwner, seenEpoch, reads))
                .thenAccept(answer -> {
                    if (answer instanceof RoomJournal.Claim.Claimed claimed) {
                        if (!unloadable.contains(room)) {
                            epochs.put(room, claimed.epoch());
                        }
                    } else {
                        index.release(me, List.of(room));
                    }
                });
    }

    @Override
    public CompletionStage<Moved> handOver(RoomId room, NodeId successor) {
        Long epoch = epochs.get(room);
        if (epoch == null) {
            return CompletableFuture.completedStage(Moved.NOT_HERE);
        }
        if (stuck) {
            return CompletableFuture.completedStage(Moved.STUCK);
        }
        CompletableFuture<Moved> moved = new CompletableFuture<>();
        moving.put(room, moved);
        mostMoving = Math.max(mostMoving, moving.size());
        index.expect(successor, room)
                .thenCompose(_ -> journal.claim(room, successor, me, epoch, 1))
                .thenAccept(answer -> {
                    epochs.remove(room);
                    index.release(me, List.of(room));
                    if (answer instanceof RoomJournal.Claim.Claimed named) {
                        relay.send(successor, new RelayMessage.Take(room, named.epoch()));
                        timers.after(Duration.ofSeconds(2), () -> end(room, Moved.NAMED));
                    } else {
                        end(room, Moved.NOT_HERE);
                    }
                });
        return moved;
    }

    void take(NodeId from, RelayMessage.Take take) {
        claim(take.room(), me, take.epoch()).thenRun(() -> {
            if (epochs.containsKey(take.room())) {
                relay.send(from, new RelayMessage.Taken(take.room(), take.epoch()));
            }
        });
    }

    void taken(RoomId room) {
        end(room, Moved.TAKEN);
    }

    private void end(RoomId room, Moved how) {
        CompletableFuture<Moved> ended = moving.remove(room);
        if (ended != null) {
            ended.complete(how);
        }
    }
}
