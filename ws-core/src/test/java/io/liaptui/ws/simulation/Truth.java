package io.liaptui.ws.simulation;

import io.liaptui.common.games.GameCatalog;
import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.journal.Fence;
import io.liaptui.ws.room.FoldedRoom;
import io.liaptui.ws.room.RoomSettings;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the journal has said of all rooms, kept apart from it. Checkers before it see what was, those after it what is. */
final class Truth implements Watch {
    private final Map<String, RoomTruth> rooms = new TreeMap<>();
    private final Scheduler scheduler;
    private final GameCatalog catalog;
    private final RoomSettings settings;

    Truth(Scheduler scheduler, GameCatalog catalog, RoomSettings settings) {
        this.scheduler = scheduler;
        this.catalog = catalog;
        this.settings = settings;
    }

    Optional<RoomTruth> room(RoomId id) {
        return Optional.ofNullable(rooms.get(id.value()));
    }

    Collection<RoomTruth> rooms() {
        return rooms.values();
    }

    @Override
    public void created(RoomId room, NodeId owner, long epoch, Entry first) {
        RoomTruth made = new RoomTruth(room, owner, epoch, FoldedRoom.nothing(room, catalog, settings));
        made.add(first, scheduler.now());
        rooms.put(room.value(), made);
    }

    @Override
    public void claimed(RoomId room, NodeId owner, long epoch) {
        room(room).ifPresent(truth -> {
            truth.owner = owner;
            truth.epoch = epoch;
        });
    }

    @Override
    public void stored(Fence fence, List<Entry> entries) {
        room(fence.room()).ifPresent(truth -> entries.forEach(entry -> truth.add(entry, scheduler.now())));
    }

    @Override
    public void ended(RoomId room) {
        room(room).ifPresent(truth -> truth.ended = true);
    }
}
