package io.liaptui.ws.room;

import io.liaptui.common.ids.Seat;
import io.liaptui.ws.actor.Timers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * An alarm for each seat from which a decision is awaited. Numbered: an alarm that rang for an earlier decision and
 * waited in the mailbox meanwhile is told from the one that runs now. One thread at a time.
 */
final class Turns {
    private final Timers timers;
    private final Consumer<RoomInput> room;
    private final BiFunction<Seat, Long, RoomInput> input;
    private final Map<Seat, Turn> turns = new HashMap<>();
    private long count;

    private record Turn(long number, long endsAt, Timers.Alarm alarm) {}

    /**
     * @param input what a seat's alarm with this number puts into the room's mailbox
     */
    Turns(Timers timers, Consumer<RoomInput> room, BiFunction<Seat, Long, RoomInput> input) {
        this.timers = timers;
        this.room = room;
        this.input = input;
    }

    /** Alarms run for these seats and no others; for whom one runs already, it goes on. */
    void follow(Set<Seat> seats, Function<Seat, Optional<Duration>> wait) {
        Set.copyOf(turns.keySet()).stream()
                .filter(seat -> !seats.contains(seat))
                .forEach(this::cancel);
        for (Seat seat : seats) {
            if (!turns.containsKey(seat)) {
                wait.apply(seat).ifPresent(time -> arm(seat, time));
            }
        }
    }

    /** Milliseconds until the alarms of those of the seats that have one. */
    Map<Seat, Long> left(Set<Seat> seats) {
        Map<Seat, Long> left = new HashMap<>();
        turns.forEach((seat, turn) -> {
            if (seats.contains(seat)) {
                left.put(seat, Math.max(0, turn.endsAt() - timers.now()));
            }
        });
        return left;
    }

    /** Is this the newest alarm of the seat? It is used up then. */
    boolean over(Seat seat, long number) {
        Turn turn = turns.get(seat);
        return turn != null && turn.number() == number && turns.remove(seat, turn);
    }

    void cancel(Seat seat) {
        Turn turn = turns.remove(seat);
        if (turn != null) {
            turn.alarm().cancel();
        }
    }

    private void arm(Seat seat, Duration time) {
        long number = ++count;
        turns.put(
                seat,
                new Turn(
                        number,
                        timers.now() + time.toMillis(),
                        timers.after(time, () -> room.accept(input.apply(seat, number)))));
    }
}
