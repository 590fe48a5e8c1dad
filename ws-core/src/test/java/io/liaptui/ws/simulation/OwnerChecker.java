package io.liaptui.ws.simulation;

import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.journal.Fence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Invariant 4: only the newest owner in its newest epoch gets something stored, and no epoch is drawn twice. */
final class OwnerChecker implements Watch {
    private static final String NAME = "4 (one owner)";

    private final Truth truth;
    private final Map<RoomId, Long> highest = new HashMap<>();

    OwnerChecker(Truth truth) {
        this.truth = truth;
    }

    @Override
    public void created(RoomId room, NodeId owner, long epoch, Entry first) {
        draw(room, epoch);
    }

    @Override
    public void claimed(RoomId room, NodeId owner, long epoch) {
        draw(room, epoch);
    }

    @Override
    public void handed(RoomId room, NodeId successor, long epoch) {
        draw(room, epoch);
    }

    @Override
    public void stored(Fence fence, List<Entry> entries) {
        mayWrite(fence);
    }

    @Override
    public void storedBefore(Fence fence, List<Entry> entries) {
        mayWrite(fence);
    }

    private void mayWrite(Fence fence) {
        RoomTruth room = truth.room(fence.room()).orElseThrow();
        if (!room.owner.equals(fence.node()) || room.epoch != fence.epoch() || room.ended) {
            throw new Violation(
                    NAME,
                    "room %s: %s in epoch %d was told that something is stored, but %s in epoch %d owns it%s"
                            .formatted(
                                    fence.room(),
                                    fence.node(),
                                    fence.epoch(),
                                    room.owner,
                                    room.epoch,
                                    room.ended ? ", and it has ended" : ""));
        }
    }

    private void draw(RoomId room, long epoch) {
        Long last = highest.put(room, epoch);
        if (last != null && last >= epoch) {
            throw new Violation(NAME, "room %s: epoch %d was drawn after %d".formatted(room, epoch, last));
        }
    }
}
