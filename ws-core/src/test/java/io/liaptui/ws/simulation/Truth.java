package io.liaptui.ws.simulation;

import io.liaptui.common.games.GameCatalog;
import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.room.RoomStatus;
import io.liaptui.ws.journal.Fence;
import io.liaptui.ws.journal.RoomJournal;
import io.liaptui.ws.room.FoldedRoom;
import io.liaptui.ws.room.RoomSettings;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the journal has said of all rooms, kept apart from it. Checkers before it see what was, those after it what is. */
final class Truth implements Watch {
    private static final long LOADED_AFTER = 3_000_000;

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

    /** The rooms with a game that must go on, and their versions. */
    Map<RoomTruth, Long> running() {
        Map<RoomTruth, Long> running = new HashMap<>();
        rooms.values().stream()
                .filter(room -> !room.ended && room.isHere() && room.newest().status() == RoomStatus.RUNNING)
                .forEach(room -> running.put(room, room.version()));
        return running;
    }

    /** Where everything stands now, to lose what comes after. */
    Loss here() {
        Map<RoomId, Loss.Left> left = new HashMap<>();
        rooms.values().stream()
                .filter(RoomTruth::isHere)
                .forEach(room -> left.put(room.id, new Loss.Left(room.owner, room.epoch, room.version(), room.ended)));
        return new Loss(left);
    }

    @Override
    public void created(RoomId room, NodeId owner, long epoch, Entry first) {
        RoomTruth made = new RoomTruth(room, owner, epoch, FoldedRoom.nothing(room, catalog, settings));
        made.add(first, scheduler.now());
        rooms.put(room.value(), made);
    }

    @Override
    public void claimed(RoomId room, NodeId owner, long epoch) {
        room(room).ifPresent(truth -> truth.move(owner, epoch, scheduler.now() + LOADED_AFTER));
    }

    @Override
    public void handed(RoomId room, NodeId successor, long epoch) {
        room(room).ifPresent(truth -> truth.move(successor, epoch, Long.MAX_VALUE));
    }

    @Override
    public void restored(Fence fence, RoomJournal.Remembered memory) {
        room(fence.room()).ifPresent(truth -> {
            // An owner that slept while another ended the room knows nothing of that, and Redis not any more
            truth.ended = false;
            if (!truth.putBack(fence.node(), fence.epoch(), memory.snapshot().version(), memory.ring())) {
                throw new Violation("1 (the log)", "room " + fence.room() + " was put back with entries never stored");
            }
        });
    }

    @Override
    public void lost(Loss loss) {
        rooms.values().forEach(room -> {
            Loss.Left left = loss.left().get(room.id);
            if (left == null) {
                room.lose(room.owner, 0, 0, scheduler.now());
            } else {
                room.lose(left.owner(), left.epoch(), left.version(), scheduler.now());
                room.ended = left.ended();
            }
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
