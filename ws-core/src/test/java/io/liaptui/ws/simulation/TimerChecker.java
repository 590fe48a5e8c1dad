package io.liaptui.ws.simulation;

import io.liaptui.common.history.Entry;
import io.liaptui.common.room.codec.RoomCodec;
import io.liaptui.common.rules.Pace;
import io.liaptui.ws.journal.Fence;
import java.time.Duration;
import java.util.List;

/** Invariant 8: a timer has effect only if it is the newest, and not before its whole time has passed. */
final class TimerChecker implements Watch {
    private static final String NAME = "8 (nobody gets less time)";
    /** Nodes count in whole milliseconds. */
    private static final long ROUNDING = 2_000;

    private final Truth truth;
    private final Scheduler scheduler;

    TimerChecker(Truth truth, Scheduler scheduler) {
        this.truth = truth;
        this.scheduler = scheduler;
    }

    @Override
    public void stored(Fence fence, List<Entry> entries) {
        RoomTruth room = truth.room(fence.room()).orElseThrow();
        for (Entry entry : entries) {
            long before = entry.version() - 1;
            if (room.at(before).pace() instanceof Pace.Deadline deadline && isTimeUp(entry)) {
                Duration full = room.at(before).duration(deadline);
                long passed = scheduler.now() - armedAt(room, before, deadline);
                if (passed + ROUNDING < full.toNanos() / 1000) {
                    throw new Violation(
                            NAME,
                            "room %s: version %d is the end of %s after %d ms, it takes %d"
                                    .formatted(room.id, entry.version(), deadline, passed / 1000, full.toMillis()));
                }
            }
        }
    }

    private static long armedAt(RoomTruth room, long version, Pace.Deadline deadline) {
        long first = version;
        while (first > 1 && deadline.equals(room.at(first - 1).pace())) {
            first--;
        }
        return room.storedAt(first);
    }

    /** Moves carry the id of their command, also those of bots; a timer has none. */
    private static boolean isTimeUp(Entry entry) {
        return entry.commands().isEmpty()
                && entry.events().stream().anyMatch(event -> !event.type().startsWith(RoomCodec.PREFIX));
    }
}
