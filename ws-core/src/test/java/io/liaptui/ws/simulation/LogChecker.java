package io.liaptui.ws.simulation;

import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.journal.Fence;
import java.util.List;

/** Invariant 1: versions without holes or doubles, entries that do not change, epochs and times that do not fall. */
final class LogChecker implements Watch {
    private static final String NAME = "1 (the log)";

    private final Truth truth;

    LogChecker(Truth truth) {
        this.truth = truth;
    }

    @Override
    public void created(RoomId room, NodeId owner, long epoch, Entry first) {
        if (truth.room(room).filter(RoomTruth::isHere).isPresent()) {
            throw new Violation(NAME, "room " + room + " was made a second time");
        }
    }

    @Override
    public void stored(Fence fence, List<Entry> entries) {
        RoomTruth room = truth.room(fence.room())
                .orElseThrow(() -> new Violation(NAME, "entries of room " + fence.room() + ", which nobody made"));
        Entry last = room.entry(room.version()).orElseThrow();
        for (Entry entry : entries) {
            follows(fence, last, entry);
            last = entry;
        }
    }

    @Override
    public void storedBefore(Fence fence, List<Entry> entries) {
        RoomTruth room = truth.room(fence.room()).orElseThrow();
        for (Entry entry : entries) {
            if (room.entry(entry.version()).filter(entry::equals).isEmpty()) {
                throw new Violation(
                        NAME,
                        "room %s: entry %d counts as stored before, but another one was"
                                .formatted(fence.room(), entry.version()));
            }
        }
    }

    private static void follows(Fence fence, Entry last, Entry entry) {
        boolean fits = entry.version() == last.version() + 1
                && entry.epoch() >= last.epoch()
                && entry.time() >= last.time()
                && entry.firstEvent() == last.firstEvent() + last.events().size();
        if (!fits) {
            throw new Violation(
                    NAME,
                    "room %s: after version %d (epoch %d, time %d, events from %d) came version %d (epoch %d, time %d, events from %d)"
                            .formatted(
                                    fence.room(),
                                    last.version(),
                                    last.epoch(),
                                    last.time(),
                                    last.firstEvent(),
                                    entry.version(),
                                    entry.epoch(),
                                    entry.time(),
                                    entry.firstEvent()));
        }
    }
}
