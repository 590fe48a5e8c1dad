package io.liaptui.ws.ownership;

import io.liaptui.common.ids.RoomId;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How many rooms a drain moves at once: as few as bring all of them away in time, and one to begin with. A room plays on
 * here until its own turn comes, so what moves side by side only waits for the same cores, and the first to come pays
 * for whatever its successor does for the first time.
 *
 * <p>Rooms at once = rooms a second that are needed * seconds that one takes (Little's law). Where a hand-over takes long
 * because an answer is far away, more go side by side. Threading: its drain's lock.
 */
final class HandOverPace {
    /** Half the time in which a full node should have given its rooms away, so that its sockets have the rest. */
    private static final Duration AIM = Duration.ofSeconds(10);

    private static final Duration HURRY = Duration.ofSeconds(1);
    private static final double NEWEST = 0.25;

    private final Map<RoomId, Long> begun = new HashMap<>();
    private double usual;

    /** What is on its way. */
    Set<RoomId> moving() {
        return begun.keySet();
    }

    void began(RoomId room, long now) {
        begun.put(room, now);
    }

    void ended(RoomId room, long now) {
        Long since = begun.remove(room);
        if (since != null) {
            long took = now - since;
            usual = usual == 0 ? took : usual + NEWEST * (took - usual);
        }
    }

    /**
     * How many may be on their way.
     *
     * @param left rooms that are still here, those on their way counted
     * @param start of the drain, in milliseconds of the timers, as all times here
     */
    int atOnce(int left, long start, long now) {
        // One that never comes must not hold up the others
        long oldest =
                begun.values().stream().mapToLong(since -> now - since).max().orElse(0);
        long remaining = Math.max(HURRY.toMillis(), AIM.toMillis() - (now - start));
        return (int) Math.max(1, Math.ceil(left * Math.max(usual, oldest) / remaining));
    }
}
