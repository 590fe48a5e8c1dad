package io.liaptui.ws.room;

import io.liaptui.common.ids.Seat;
import io.liaptui.ws.actor.Timers;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The waits for players without a socket. Each only puts an input into the room's mailbox. One thread at a time; the timers
 * are those of the room's clock.
 */
final class RoomAlarms {
    private final Timers timers;
    private final Consumer<RoomInput> room;
    private final Map<Seat, Wait> waits = new HashMap<>();
    private long graces;

    private record Wait(long number, long endsAt, Timers.Alarm alarm) {}

    RoomAlarms(Timers timers, Consumer<RoomInput> room) {
        this.timers = timers;
        this.room = room;
    }

    /** A seat has no socket; its player has this long to come. A wait that ran for the seat has no effect any more. */
    void grace(Seat seat, Duration grace) {
        graceEnds(seat);
        long number = ++graces;
        waits.put(
                seat,
                new Wait(
                        number,
                        timers.now() + grace.toMillis(),
                        timers.after(grace, () -> room.accept(new RoomInput.GraceOver(seat, number)))));
    }

    /** A socket came, or the seat has nobody to wait for. */
    void graceEnds(Seat seat) {
        Wait wait = waits.remove(seat);
        if (wait != null) {
            wait.alarm().cancel();
        }
    }

    /** Did the newest wait for this seat run out? It has ended then. */
    boolean graceOver(Seat seat, long number) {
        Wait wait = waits.get(seat);
        return wait != null && wait.number() == number && waits.remove(seat, wait);
    }

    /** Milliseconds that each of them has left. */
    Map<Seat, Long> left() {
        Map<Seat, Long> left = new HashMap<>();
        waits.forEach((seat, wait) -> left.put(seat, Math.max(0, wait.endsAt() - timers.now())));
        return left;
    }

    void stop() {
        List.copyOf(waits.keySet()).forEach(this::graceEnds);
    }
}
