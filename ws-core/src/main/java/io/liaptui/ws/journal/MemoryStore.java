package io.liaptui.ws.journal;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.journal.RoomIndex.Shelf;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What a Redis server would hold for journal and index. Threading: everything but {@link #run} only within it. */
final class MemoryStore {
    private final InstantSource clock;
    private final Executor executor;
    private Contents contents = new Contents();

    MemoryStore(InstantSource clock, Executor executor) {
        this.clock = clock;
        this.executor = executor;
    }

    /** Everything that is stored. */
    static final class Contents {
        final Map<RoomId, MemoryRoom> rooms = new HashMap<>();
        final Map<Shelf, Map<RoomId, Long>> shelves = new EnumMap<>(Shelf.class);
        final Map<NodeId, Set<RoomId>> nodes = new HashMap<>();

        Contents() {
            for (Shelf shelf : Shelf.values()) {
                shelves.put(shelf, new HashMap<>());
            }
        }

        Contents copy() {
            Contents copy = new Contents();
            rooms.forEach((id, room) -> copy.rooms.put(id, room.copy()));
            shelves.forEach((shelf, places) -> copy.shelves.put(shelf, new HashMap<>(places)));
            nodes.forEach((node, all) -> copy.nodes.put(node, new HashSet<>(all)));
            return copy;
        }
    }

    /** Carries something out as a server does: in turn, on the executor. */
    <T> CompletionStage<T> run(Supplier<T> call) {
        return CompletableFuture.supplyAsync(() -> now(call), executor);
    }

    /** Carries something out here and now. */
    synchronized <T> T now(Supplier<T> call) {
        return call.get();
    }

    Contents contents() {
        return contents;
    }

    void replace(Contents others) {
        contents = others;
    }

    long millis() {
        return clock.millis();
    }

    /** The room, if it is there and its tombstone has not run out. */
    @Nullable
    MemoryRoom room(RoomId id) {
        MemoryRoom room = contents.rooms.get(id);
        if (room != null && room.goneAt <= clock.millis()) {
            contents.rooms.remove(id);
            return null;
        }
        if (room != null) {
            room.expire(clock.millis());
        }
        return room;
    }

    /** The room, made if it is not there. */
    MemoryRoom roomOrNew(RoomId id) {
        MemoryRoom room = room(id);
        if (room == null) {
            // Nobody asks for an ended room again, so somebody has to clear them away
            contents.rooms.values().removeIf(ended -> ended.goneAt <= clock.millis());
            contents.rooms.values().forEach(ended -> ended.expire(clock.millis()));
            room = new MemoryRoom();
            contents.rooms.put(id, room);
        }
        return room;
    }
}
