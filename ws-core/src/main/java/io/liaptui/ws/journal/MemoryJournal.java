package io.liaptui.ws.journal;

import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.redis.RoomFields;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Rooms in the memory of this process: for one node without Redis, and for tests and simulations. Answers as the Redis
 * one does, by the same contract test; loses everything with the process.
 *
 * <p>Each call is carried out, and its stage completed, on the executor. Never away.
 */
public final class MemoryJournal implements RoomJournal {
    private final InstantSource clock;
    private final Executor executor;
    private final Map<RoomId, MemoryRoom> rooms = new HashMap<>();

    public MemoryJournal(InstantSource clock, Executor executor) {
        this.clock = clock;
        this.executor = executor;
    }

    @Override
    public CompletionStage<Created> create(RoomId id, NodeId node, String createId, Entry first, RoomWrite write) {
        Writes.checkFirst(first);
        return run(() -> {
            MemoryRoom there = room(id);
            if (there != null) {
                boolean same = createId.equals(there.hash.get(RoomFields.CREATE_ID)) && node.equals(there.owner());
                return same ? new Created.Already(there.epoch()) : new Created.Taken();
            }
            MemoryRoom room = new MemoryRoom();
            long epoch = clock.millis();
            room.log.add(Writes.withEpoch(first, epoch));
            room.write(write);
            room.hash.put(RoomFields.OWNER, node.value());
            room.hash.put(RoomFields.CREATE_ID, createId);
            room.set(RoomFields.EPOCH, epoch);
            room.set(RoomFields.VERSION, 1);
            room.set(RoomFields.MOVES, 0);
            rooms.put(id, room);
            return new Created.Fresh(epoch);
        });
    }

    @Override
    public CompletionStage<Claim> claim(RoomId id, NodeId node, NodeId seenOwner, long seenEpoch, int reads) {
        return run(() -> {
            MemoryRoom room = room(id);
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
        return run(() -> {
            MemoryRoom room = room(fence.room());
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
                    room.log.addAll(entries);
                    room.write(write);
                    room.set(RoomFields.VERSION, last);
                    yield new Append.Stored(last);
                }
            };
        });
    }

    @Override
    public CompletionStage<Check> check(Fence fence) {
        return run(() -> judge(room(fence.room()), fence));
    }

    @Override
    public CompletionStage<Bind> bind(RoomId id, String tokenHash) {
        return run(() -> {
            MemoryRoom room = room(id);
            if (room == null || !room.isLive()) {
                return new Bind.Missing();
            }
            Optional<Seat> found = room.seatOf(tokenHash);
            if (found.isEmpty()) {
                return new Bind.Refused();
            }
            Seat seat = found.get();
            String key = "g:" + seat.index();
            long generation = Math.max(Long.parseLong(room.seats.getOrDefault(key, "0")) + 1, clock.millis());
            room.seats.put(key, Long.toString(generation));
            String player = room.seats.getOrDefault("p:" + seat.index(), "");
            return new Bind.Bound(seat, player, generation, room.owner(), room.epoch());
        });
    }

    @Override
    public CompletionStage<Closed> close(Fence fence, long version, String status) {
        Writes.checkEnd(status);
        return run(() -> {
            MemoryRoom room = room(fence.room());
            if (room == null) {
                return new Closed.Missing();
            }
            boolean done = room.status().equals(status)
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
                    room.hash.remove(RoomFields.UNTIL);
                    room.hash.put(RoomFields.STATUS, status);
                    room.set(RoomFields.EPOCH, nextEpoch(room));
                    room.goneAt = clock.millis() + Writes.TOMBSTONE.toMillis();
                    yield new Closed.Done();
                }
            };
        });
    }

    @Override
    public CompletionStage<Optional<Map<String, String>>> look(RoomId id) {
        return run(() -> Optional.ofNullable(room(id)).map(room -> Map.copyOf(room.hash)));
    }

    /** Carries something out as this journal does: in turn, on the executor. */
    <T> CompletionStage<T> run(Supplier<T> call) {
        return CompletableFuture.supplyAsync(
                () -> {
                    synchronized (rooms) {
                        return call.get();
                    }
                },
                executor);
    }

    /** The room, if it is there and its tombstone has not run out. Only within {@link #run}. */
    @org.jspecify.annotations.Nullable
    MemoryRoom room(RoomId id) {
        MemoryRoom room = rooms.get(id);
        if (room != null && room.goneAt <= clock.millis()) {
            rooms.remove(id);
            return null;
        }
        return room;
    }

    /** Loses a room, as Redis might. Only within {@link #run}. */
    void lose(RoomId id) {
        rooms.remove(id);
    }

    private long nextEpoch(MemoryRoom room) {
        return Math.max(room.epoch() + 1, clock.millis());
    }

    private static Check judge(@org.jspecify.annotations.Nullable MemoryRoom room, Fence fence) {
        return room == null ? new Check.Missing() : Writes.judge(fence, room.owner(), room.epoch(), room.version());
    }
}
