package io.liaptui.ws.simulation;

import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.journal.Fence;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Durability {@code replica}: what a fail-over loses was never answered, whoever lives. */
final class DurabilityChecker implements Watch {
    private static final String NAME = "3 (what was answered outlives a fail-over)";

    private final Map<Fence, Long> stored = new HashMap<>();
    private final Map<RoomId, Long> answered = new HashMap<>();

    @Override
    public void stored(Fence fence, List<Entry> entries) {
        stored.put(fence, entries.getLast().version());
    }

    @Override
    public void appendAnswered(Fence fence, long expected) {
        Long version = stored.get(fence);
        if (version != null) {
            answered.merge(fence.room(), version, Math::max);
        }
    }

    @Override
    public void lost(Loss loss) {
        loss.left().forEach((room, left) -> {
            long known = answered.getOrDefault(room, 0L);
            if (left.version() < known) {
                throw new Violation(
                        NAME,
                        "room %s: version %d was answered, and Redis holds %d after the fail-over"
                                .formatted(room, known, left.version()));
            }
        });
    }
}
