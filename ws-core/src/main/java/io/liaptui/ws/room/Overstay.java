package io.liaptui.ws.room;

import io.liaptui.common.room.RoomState;
import io.liaptui.common.room.RoomStatus;
import io.liaptui.ws.actor.Timers;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * When a room goes although people are in it, for a tab left open must not keep it for ever: one whose game is over after
 * everybody could look at the result, and one that waits for players when its host does nothing. One thread at a time; the
 * timers are those of the room's clock.
 */
final class Overstay {
    private final Timers timers;
    private final RoomSettings.Grace grace;
    private final Runnable giveUp;
    private @Nullable RoomStatus status;
    private @Nullable Countdown countdown;

    /**
     * @param giveUp puts the input into the room's mailbox
     */
    Overstay(Timers timers, RoomSettings.Grace grace, Runnable giveUp) {
        this.timers = timers;
        this.grace = grace;
        this.giveUp = giveUp;
    }

    /** The room begins to run here. */
    void begin(RoomState room, TimeLeft left) {
        wait(room, left.stay());
    }

    /**
     * Something was stored.
     *
     * @param hostActed the host did something among it
     */
    void follow(RoomState now, boolean hostActed) {
        if (now.status() != status || (now.status() == RoomStatus.OPEN && hostActed)) {
            wait(now, -1);
        }
    }

    /** Milliseconds until the room goes, or -1 if it stays. */
    long left() {
        return countdown == null ? -1 : countdown.left(timers);
    }

    /** Is it time? What rang may have been put off since. */
    boolean isOver() {
        return left() == 0;
    }

    void stop() {
        if (countdown != null) {
            countdown.cancel();
            countdown = null;
        }
    }

    /**
     * @param left milliseconds; -1 for the full time
     */
    private void wait(RoomState room, long left) {
        stop();
        status = room.status();
        Duration full =
                switch (room.status()) {
                    case OPEN -> grace.idleHost();
                    case FINISHED -> grace.shown();
                    case RUNNING, ARCHIVED, CLOSED, BROKEN -> null;
                };
        if (full != null) {
            countdown = Countdown.start(timers, TimeLeft.of(full, left), giveUp);
        }
    }
}
