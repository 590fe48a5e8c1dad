package io.liaptui.ws.room;

import io.liaptui.common.ids.Seat;
import io.liaptui.ws.actor.Timers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * All that a room waits for now, each at most once. What rings is put into the room's mailbox with a number: an alarm that
 * rang for an earlier wait and lay there meanwhile is told from the one that runs now. Which waits should run says {@link
 * WaitPolicy}. One thread at a time; the timers are those of the room's clock.
 */
final class Waits {
    private final Timers timers;
    private final Consumer<RoomInput> room;
    private final Map<Wait, Running> running = new TreeMap<>();
    private long count;

    /**
     * @param reason a wait for another one is another wait
     * @param endsAt milliseconds of the timers
     */
    private record Running(Object reason, long number, long endsAt, Timers.Alarm alarm) {}

    /**
     * @param room takes what rings as an input
     */
    Waits(Timers timers, Consumer<RoomInput> room) {
        this.timers = timers;
        this.room = room;
    }

    /** Begins now; one that ran has no effect any more. */
    void begin(Wait wait, Duration time) {
        begin(wait, wait, time);
    }

    /**
     * Goes on if it runs for this reason, else begins.
     *
     * @param time it takes, if it begins
     */
    void keep(Wait wait, Object reason, Supplier<Duration> time) {
        if (!isFor(wait, reason)) {
            begin(wait, reason, time.get());
        }
    }

    /** Cancels those of a kind that belong to other seats. */
    void keepOnly(Wait.Kind kind, Set<Seat> seats) {
        List.copyOf(running.keySet()).stream()
                .filter(wait -> wait.kind() == kind && !seats.contains(wait.whose()))
                .forEach(this::cancel);
    }

    boolean isFor(Wait wait, Object reason) {
        Running now = running.get(wait);
        return now != null && now.reason().equals(reason);
    }

    /** Is this the newest of its key? */
    boolean over(Wait wait, long number) {
        Running now = running.get(wait);
        if (now == null || now.number() != number) {
            return false;
        }
        if (wait.kind().isUsedUp()) {
            running.remove(wait);
        }
        return true;
    }

    void cancel(Wait wait) {
        Running gone = running.remove(wait);
        if (gone != null) {
            gone.alarm().cancel();
        }
    }

    /** Milliseconds until each rings; 0 if it did. */
    Map<Wait, Long> left() {
        Map<Wait, Long> left = new TreeMap<>();
        running.forEach((wait, now) -> left.put(wait, Math.max(0, now.endsAt() - timers.now())));
        return left;
    }

    void stop() {
        List.copyOf(running.keySet()).forEach(this::cancel);
    }

    private void begin(Wait wait, Object reason, Duration time) {
        cancel(wait);
        long number = ++count;
        Timers.Alarm alarm = timers.after(time, () -> room.accept(new RoomInput.WaitOver(wait, number)));
        running.put(wait, new Running(reason, number, timers.now() + time.toMillis(), alarm));
    }
}
