package io.liaptui.ws.journal;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RoomFields;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** The lists of the rooms of a {@link MemoryJournal}; threads as there. */
public final class MemoryIndex implements RoomIndex, Directory {
    private final MemoryStore store;

    public MemoryIndex(MemoryJournal journal) {
        this.store = journal.store();
    }

    @Override
    public CompletionStage<Void> place(RoomId room, Shelf shelf, long touched) {
        return change(() -> store.contents().shelves.forEach((each, places) -> {
            if (each == shelf) {
                places.put(room, touched);
            } else {
                places.remove(room);
            }
        }));
    }

    @Override
    public CompletionStage<Void> remove(RoomId room) {
        return change(() -> store.contents().shelves.values().forEach(places -> places.remove(room)));
    }

    @Override
    public CompletionStage<Map<RoomId, Map<String, String>>> list(Shelf shelf, int limit) {
        return store.run(() -> {
            Map<RoomId, Map<String, String>> found = new LinkedHashMap<>();
            store.contents().shelves.getOrDefault(shelf, Map.of()).entrySet().stream()
                    .sorted(Map.Entry.<RoomId, Long>comparingByValue()
                            .thenComparing(place -> place.getKey().value(), Comparator.naturalOrder())
                            .reversed())
                    .limit(limit)
                    .map(Map.Entry::getKey)
                    .forEach(id -> {
                        MemoryRoom room = store.room(id);
                        if (room != null) {
                            found.put(id, Map.copyOf(room.hash));
                        }
                    });
            return found;
        });
    }

    @Override
    public CompletionStage<Void> expect(NodeId node, RoomId room) {
        return change(() -> store.contents()
                .nodes
                .computeIfAbsent(node, _ -> new HashSet<>())
                .add(room));
    }

    @Override
    public CompletionStage<Void> release(NodeId node, List<RoomId> rooms) {
        return change(() -> store.contents().nodes.computeIfPresent(node, (_, all) -> {
            rooms.forEach(all::remove);
            return all.isEmpty() ? null : all;
        }));
    }

    @Override
    public CompletionStage<Set<RoomId>> roomsOf(NodeId node) {
        return store.run(() -> Set.copyOf(store.contents().nodes.getOrDefault(node, Set.of())));
    }

    @Override
    public CompletionStage<Set<RoomId>> listed(Shelf shelf) {
        return store.run(() -> Set.copyOf(store.contents().shelves.get(shelf).keySet()));
    }

    @Override
    public CompletionStage<Map<RoomId, Facts>> facts(Collection<RoomId> rooms) {
        return store.run(() -> {
            Map<RoomId, Facts> found = new LinkedHashMap<>();
            for (RoomId id : rooms) {
                MemoryRoom room = store.room(id);
                if (room != null) {
                    found.put(id, new Facts(room.owner(), room.status(), room.number(RoomFields.TOUCHED)));
                }
            }
            return found;
        });
    }

    private CompletionStage<Void> change(Runnable change) {
        return store.run(() -> {
            change.run();
            return null;
        });
    }
}
