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
    public CompletionStage<Append> append(Fence fence, long expected, List<Entry> entries, RoomWrite write) {
        Writes.checkEntries(fence, expected, entries);
        return store.run(() -> {
            MemoryRoom room = store.room(fence.room());
            return switch (judge(room, fence)) {
                case Check.Missing() -> new Append.Missing();
                case Check.Fenced(var owner, var epoch) -> new Append.Fenced(owner, epoch);
                case Check.Behind(var epoch, var version) -> new Append.Behind(epoch, version);
                case Check.Mine(var version) -> {
                    long last = expected + entries.size();
                    if (version == last) {
                        yield new Append.Already(last);
                    }
                    if (version < expected) {
                        yield new Append.Behind(fence.epoch(), version);
                    }
                    if (version > expected || room == null) {
                        yield new Append.Corrupt(version);
                    }
                    room.append(entries, write);
                    yield new Append.Stored(last);
                }
            };
        });
    }

    @Override
    public CompletionStage<Check> check(Fence fence) {
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
    public CompletionStage<Handed> handover(Fence fence, long version, NodeId successor, Snapshot snapshot) {
        return store.run(() -> {
            MemoryRoom room = store.room(fence.room());
            return switch (judge(room, fence)) {
                case Check.Fenced(var owner, var epoch) -> new Handed.Fenced(owner, epoch);
                case Check.Behind(var epoch, var there) -> new Handed.Behind(epoch, there);
                case Check.Mine(var there) when there < version -> new Handed.Behind(fence.epoch(), there);
                case Check.Mine(var there) when there > version -> new Handed.Corrupt(there);
                case Check.Mine mine
                when room != null -> {
                    room.handTo(successor, nextEpoch(room), snapshot);
                    yield new Handed.Named(room.epoch());
                }
                case Check.Mine mine -> new Handed.Missing();
                case Check.Missing() -> new Handed.Missing();
            };
        });
    }

    @Override
    public CompletionStage<Restored> restore(Fence fence, Remembered memory) {
        Writes.checkMemory(fence, memory);
        return store.run(() -> {
            MemoryRoom room = store.room(fence.room());
            if (room != null) {
                boolean mine = room.epoch() == fence.epoch() && room.owner().equals(fence.node());
                if (!room.isLive() || !mine && room.epoch() >= fence.epoch()) {
                    return new Restored.Fenced(room.owner(), room.epoch());
                }
                if (mine && room.version() >= memory.snapshot().version()) {
                    return new Restored.Already();
                }
            }
            store.roomOrNew(fence.room()).restore(fence, memory);
            return new Restored.Done();
        });
    }

    @Override
    public void onReturn(Runnable listener) {
        returns.add(listener);
    }

    @Override
    public CompletionStage<Closed> close(Fence fence, long version, Ending ending) {
        return store.run(() -> {
            MemoryRoom room = store.room(fence.room());
            if (room == null) {
                return new Closed.Missing();
            }
            boolean done = room.status().equals(ending.status())
                    && room.owner().equals(fence.node())
                    && room.version() == version
                    && room.epoch() > fence.epoch();
            if (done) {
                return new Closed.Already();
            }
            return switch (judge(room, fence)) {
                case Check.Missing() -> new Closed.Missing();
                case Check.Fenced(var owner, var epoch) -> new Closed.Fenced(owner, epoch);
                case Check.Behind(var epoch, var there) -> new Closed.Behind(epoch, there);
                case Check.Mine(var there) when there < version -> new Closed.Behind(fence.epoch(), there);
                case Check.Mine(var there) when there > version -> new Closed.Corrupt(there);
                case Check.Mine mine -> {
                    room.end(ending, nextEpoch(room), store.millis());
                    yield new Closed.Done();
                }
            };
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

    private static Check judge(@Nullable MemoryRoom room, Fence fence) {
        return room == null ? new Check.Missing() : Writes.judge(fence, room.owner(), room.epoch(), room.version());
    }
}
