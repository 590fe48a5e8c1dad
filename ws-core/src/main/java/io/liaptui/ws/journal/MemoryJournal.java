package io.liaptui.ws.journal;

import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RoomFields;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rooms in the memory of this process: for one node without Redis, and for tests and simulations. Answers as the Redis
 * one does, by the same contract test; loses everything with the process.
 *
 * <p>Each call is carried out, and its stage completed, on the executor. Never away by itself: {@link #onReturn} runs when somebody says so.
 */
public final class MemoryJournal implements RoomJournal {
    private final MemoryStore store;
    private final List<Runnable> returns = new CopyOnWriteArrayList<>();

    public MemoryJournal(InstantSource clock, Executor executor) {
        this.store = new MemoryStore(clock, executor);
    }

    @Override
    public CompletionStage<Created> create(RoomId id, NodeId node, String createId, Entry first, RoomWrite write) {
        Writes.checkFirst(first);
        return store.run(() -> {
            MemoryRoom there = store.room(id);
            if (there != null) {
                boolean same = createId.equals(there.hash.get(RoomFields.CREATE_ID)) && node.equals(there.owner());
                return same ? new Created.Already(there.epoch()) : new Created.Taken();
            }
            MemoryRoom room = store.roomOrNew(id);
            long epoch = store.millis();
            room.log.add(first.inEpoch(epoch));
            room.write(write);
            room.hash.put(RoomFields.OWNER, node.value());
            room.hash.put(RoomFields.CREATE_ID, createId);
            room.set(RoomFields.EPOCH, epoch);
            room.set(RoomFields.VERSION, 1);
            room.set(RoomFields.MOVES, 0);
            return new Created.Fresh(epoch);
        });
    }

    @Override
    public CompletionStage<Claim> claim(RoomId id, NodeId node, NodeId seenOwner, long seenEpoch, int reads) {
        return store.run(() -> {
            MemoryRoom room = store.room(id);
            if (room == null) {
                return new Claim.Missing();
            }
            if (!room.isLive()) {
                return new Claim.Over(room.status());
            }
            if (!room.owner().equals(seenOwner) || room.epoch() != seenEpoch) {
                return new Claim.Lost(room.owner(), room.epoch());
            }
            if (room.number(RoomFields.SCHEMA) > reads) {
                return new Claim.TooNew((int) room.number(RoomFields.SCHEMA));
            }
            room.hash.put(RoomFields.OWNER, node.value());
            room.set(RoomFields.EPOCH, nextEpoch(room));
            room.set(RoomFields.MOVES, room.number(RoomFields.MOVES) + 1);
            return new Claim.Claimed(
                    room.epoch(), Map.copyOf(room.hash), room.snapshot, room.later(), Map.copyOf(room.seats));
        });
    }

    @Override
    public CompletionStage<Outcome> append(Fence fence, long expected, List<Entry> entries, RoomWrite write) {
        Writes.checkEntries(fence, expected, entries);
        return store.run(() -> {
            MemoryRoom room = store.room(fence.room());
            long last = expected + entries.size();
            if (judge(room, fence).equals(new Outcome.Done(last, false))) {
                return new Outcome.Done(last, true);
            }
            return write(room, fence, expected, there -> {
                there.append(entries, write);
                return last;
            });
        });
    }

    @Override
    public CompletionStage<Outcome> check(Fence fence) {
        return store.run(() -> judge(store.room(fence.room()), fence));
    }

    @Override
    public CompletionStage<Bind> bind(RoomId id, String tokenHash) {
        return store.run(() -> {
            MemoryRoom room = store.room(id);
            if (room == null || !room.isLive()) {
                return new Bind.Missing();
            }
            return room.bind(tokenHash, store.millis());
        });
    }

    @Override
    public CompletionStage<Outcome> handover(Fence fence, long version, NodeId successor, Snapshot snapshot) {
        return store.run(() -> write(store.room(fence.room()), fence, version, room -> {
            room.handTo(successor, nextEpoch(room), snapshot);
            return room.epoch();
        }));
    }

    @Override
    public CompletionStage<Outcome> restore(Fence fence, Remembered memory) {
        Writes.checkMemory(fence, memory);
        return store.run(() -> {
            MemoryRoom room = store.room(fence.room());
            if (room != null) {
                boolean mine = room.epoch() == fence.epoch() && room.owner().equals(fence.node());
                if (!room.isLive() || !mine && room.epoch() >= fence.epoch()) {
                    return new Outcome.Fenced(room.owner(), room.epoch());
                }
                if (mine && room.version() >= memory.snapshot().version()) {
                    return new Outcome.Done(0, true);
                }
            }
            store.roomOrNew(fence.room()).restore(fence, memory);
            return new Outcome.Done(0, false);
        });
    }

    @Override
    public void onReturn(Runnable listener) {
        returns.add(listener);
    }

    @Override
    public CompletionStage<Outcome> close(Fence fence, long version, Ending ending) {
        return store.run(() -> {
            MemoryRoom room = store.room(fence.room());
            if (room == null) {
                return new Outcome.Missing();
            }
            boolean done = room.status().equals(ending.status())
                    && room.owner().equals(fence.node())
                    && room.version() == version
                    && room.epoch() > fence.epoch();
            if (done) {
                return new Outcome.Done(0, true);
            }
            return write(room, fence, version, there -> {
                there.end(ending, nextEpoch(there), store.millis());
                return 0;
            });
        });
    }

    @Override
    public CompletionStage<Optional<Map<String, String>>> look(RoomId id) {
        return store.run(() -> Optional.ofNullable(store.room(id)).map(room -> Map.copyOf(room.hash)));
    }

    /** Everything as it is now, to come back to. */
    public Checkpoint checkpoint() {
        return store.now(() -> new Checkpoint(store.contents().copy()));
    }

    /**
     * Forgets what happened since, in rooms and in indexes: a fail-over that lost the tail. A checkpoint can be used more
     * than once. Tells nobody: see {@link #comeBack}.
     */
    public void rewindTo(Checkpoint checkpoint) {
        store.now(() -> {
            store.replace(checkpoint.contents.copy());
            return true;
        });
    }

    /** Forgets everything. */
    public void empty() {
        rewindTo(new Checkpoint(new MemoryStore.Contents()));
    }

    /** Tells the listeners of {@link #onReturn}, in this thread. */
    public void comeBack() {
        returns.forEach(Runnable::run);
    }

    /** What a journal and its indexes held at one moment. */
    public static final class Checkpoint {
        private final MemoryStore.Contents contents;

        private Checkpoint(MemoryStore.Contents contents) {
            this.contents = contents;
        }
    }

    MemoryStore store() {
        return store;
    }

    private long nextEpoch(MemoryRoom room) {
        return Math.max(room.epoch() + 1, store.millis());
    }

    /**
     * Writes to a room that is the fence's and at this version.
     *
     * @param change gives the number of what is done
     */
    private static Outcome write(
            @Nullable MemoryRoom room, Fence fence, long expected, ToLongFunction<MemoryRoom> change) {
        Outcome judged = judge(room, fence);
        if (room == null || !(judged instanceof Outcome.Done(var version, var repeated))) {
            return judged;
        }
        if (version < expected) {
            return new Outcome.Behind(fence.epoch(), version);
        }
        return version > expected ? new Outcome.Corrupt(version) : new Outcome.Done(change.applyAsLong(room), false);
    }

    private static Outcome judge(@Nullable MemoryRoom room, Fence fence) {
        return room == null ? new Outcome.Missing() : Writes.judge(fence, room.owner(), room.epoch(), room.version());
    }
}
