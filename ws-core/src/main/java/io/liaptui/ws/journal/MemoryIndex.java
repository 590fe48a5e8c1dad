package io.liaptui.ws.journal;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RoomFields;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** The lists of the rooms of a {@link MemoryJournal}; threads as there. */
public final class MemoryIndex implements RoomIndex, Directory {
    private final MemoryJournal journal;
    private final Map<Shelf, Map<RoomId, Long>> shelves = new EnumMap<>(Shelf.class);
    private final Map<NodeId, Set<RoomId>> nodes = new HashMap<>();

    public MemoryIndex(MemoryJournal journal) {
        this.journal = journal;
        for (Shelf shelf : Shelf.values()) {
            shelves.put(shelf, new HashMap<>());
        }
    }

    @Override
    public CompletionStage<Void> place(RoomId room, Shelf shelf, long touched) {
        return change(() -> shelves.forEach((each, places) -> {
            if (each == shelf) {
                places.put(room, touched);
            } else {
                places.remove(room);
            }
        }));
    }

    @Override
    public CompletionStage<Void> remove(RoomId room) {
        return change(() -> shelves.values().forEach(places -> places.remove(room)));
    }

    @Override
    public CompletionStage<Map<RoomId, Map<String, String>>> list(Shelf shelf, int limit) {
        return journal.run(() -> {
            Map<RoomId, Map<String, String>> found = new LinkedHashMap<>();
            shelves.getOrDefault(shelf, Map.of()).entrySet().stream()
                    .sorted(Map.Entry.<RoomId, Long>comparingByValue()
                            .thenComparing(place -> place.getKey().value(), Comparator.naturalOrder())
                            .reversed())
                    .limit(limit)
                    .map(Map.Entry::getKey)
                    .forEach(id -> {
                        MemoryRoom room = journal.room(id);
                        if (room != null) {
                            found.put(id, Map.copyOf(room.hash));
                        }
                    });
            return found;
        });
    }

    @Override
    public CompletionStage<Void> expect(NodeId node, RoomId room) {
        return change(() -> nodes.computeIfAbsent(node, _ -> new HashSet<>()).add(room));
    }

    @Override
    public CompletionStage<Void> release(NodeId node, List<RoomId> rooms) {
        return change(() -> nodes.computeIfPresent(node, (_, all) -> {
            rooms.forEach(all::remove);
            return all.isEmpty() ? null : all;
        }));
    }

    @Override
    public CompletionStage<Set<RoomId>> roomsOf(NodeId node) {
        return journal.run(() -> Set.copyOf(nodes.getOrDefault(node, Set.of())));
    }

    @Override
    public CompletionStage<Set<RoomId>> listed(Shelf shelf) {
        return journal.run(
                () -> Set.copyOf(shelves.getOrDefault(shelf, Map.of()).keySet()));
    }

    @Override
    public CompletionStage<Map<RoomId, Facts>> facts(Collection<RoomId> rooms) {
        return journal.run(() -> {
            Map<RoomId, Facts> found = new HashMap<>();
            for (RoomId id : rooms) {
                MemoryRoom room = journal.room(id);
                if (room != null) {
                    found.put(id, new Facts(room.owner(), room.status(), room.number(RoomFields.TOUCHED)));
                }
            }
            return found;
        });
    }

    private CompletionStage<Void> change(Runnable change) {
        return journal.run(() -> {
            change.run();
            return null;
        });
    }
}
