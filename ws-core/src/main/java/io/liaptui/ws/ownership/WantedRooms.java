package io.liaptui.ws.ownership;

import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.actor.Timers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Rooms that a socket or a command of this node waits for. When somebody has waited long enough, its owner is
 * looked up again and again, and if that one is dead, this node claims the room as if it were the first in rank: perhaps
 * the one that is does not know of it. Threading: any thread; nothing blocks.
 */
final class WantedRooms implements Wanted {
    /** Whoever waits says so again. */
    private static final Duration FORGOTTEN = Duration.ofSeconds(5);

    private final Nodes nodes;
    private final Timers timers;
    private final Claims claims;
    private final MoveSettings settings;
    private final Map<RoomId, Wait> waits = new ConcurrentHashMap<>();

    private record Wait(long since, long asked) {}

    WantedRooms(Nodes nodes, Timers timers, Claims claims, MoveSettings settings) {
        this.nodes = nodes;
        this.timers = timers;
        this.claims = claims;
        this.settings = settings;
    }

    @Override
    public void wanted(RoomId room) {
        long now = timers.now();
        if (waits.putIfAbsent(room, new Wait(now, now)) == null) {
            again(room);
        } else {
            waits.computeIfPresent(room, (_, old) -> new Wait(old.since(), now));
        }
    }

    private void again(RoomId room) {
        timers.after(settings.askAgain(), () -> look(room));
    }

    private void look(RoomId room) {
        Wait wait = waits.get(room);
        if (wait == null || timers.now() - wait.asked() > FORGOTTEN.toMillis()) {
            waits.remove(room);
            return;
        }
        // Until then those who are first in rank have had their chance
        if (timers.now() - wait.since() < settings.claimAnyway().toMillis()) {
            again(room);
            return;
        }
        claims.seek(room).thenAccept(outcome -> {
            switch (outcome) {
                case MINE, OVER -> waits.remove(room);
                case OTHERS, OPEN -> again(room);
            }
        });
    }
}
