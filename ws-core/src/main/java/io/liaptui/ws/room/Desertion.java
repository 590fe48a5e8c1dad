package io.liaptui.ws.room;

import io.liaptui.common.ids.Seat;
import io.liaptui.common.room.Occupant;
import io.liaptui.common.room.RoomState;
import io.liaptui.common.room.RoomStatus;
import io.liaptui.ws.actor.Timers;
import java.time.Duration;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * When a room without humans is given up. A finished one goes soon, but not before those had their time to come back who
 * were away when the game ended: they shall see how it did. One thread at a time; the timers are those of the room's clock.
 */
final class Desertion {
    private final Timers timers;
    private final RoomSettings.Grace grace;
    private final Presence presence;
    private final Runnable giveUp;
    private final Set<Seat> missedTheEnd = new HashSet<>();
    private @Nullable Duration patience;
    private @Nullable Countdown countdown;

    /**
     * @param giveUp puts the input into the room's mailbox
     */
    Desertion(Timers timers, RoomSettings.Grace grace, Presence presence, Runnable giveUp) {
        this.timers = timers;
        this.grace = grace;
        this.presence = presence;
        this.giveUp = giveUp;
    }

    /** The room begins to run here. Nobody knows who saw the end of a finished game: whoever is away may not have. */
    void begin(RoomState room, TimeLeft left) {
        if (room.status() == RoomStatus.FINISHED) {
            room.humans().stream().filter(seat -> isAway(room, seat)).forEach(missedTheEnd::add);
        }
        Duration full = patienceWith(room);
        wait(full, full == null ? Duration.ZERO : left.toBeFound(full));
    }

    /** Milliseconds until the room is given up, or -1 if it is not. */
    long left() {
        return countdown == null ? -1 : countdown.left(timers);
    }

    /** The room changed, or who is in it. */
    void follow(RoomState before, RoomState now) {
        if (before.status() == RoomStatus.RUNNING && now.status() == RoomStatus.FINISHED) {
            now.humans().stream().filter(seat -> isAway(now, seat)).forEach(missedTheEnd::add);
        }
        missedTheEnd.removeIf(presence::isHeld);
        Duration full = presence.anySeated() ? null : patienceWith(now);
        wait(full, full == null ? Duration.ZERO : full);
    }

    /** It ran out and may be armed anew. */
    void over() {
        patience = null;
        countdown = null;
    }

    void stop() {
        wait(null, Duration.ZERO);
    }

    private @Nullable Duration patienceWith(RoomState room) {
        return switch (room.status()) {
            case RUNNING -> grace.deserted();
            case FINISHED -> missedTheEnd.isEmpty() ? grace.finished() : grace.deserted();
            case OPEN, ARCHIVED, CLOSED, BROKEN -> null;
        };
    }

    private void wait(@Nullable Duration full, Duration left) {
        if (!Objects.equals(full, patience)) {
            patience = full;
            if (countdown != null) {
                countdown.cancel();
            }
            countdown = full == null ? null : Countdown.start(timers, left, giveUp);
        }
    }

    private static boolean isAway(RoomState room, Seat seat) {
        return room.at(seat).orElse(null) instanceof Occupant.Human human && human.away();
    }
}
