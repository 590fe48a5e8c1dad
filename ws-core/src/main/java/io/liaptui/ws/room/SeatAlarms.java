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
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * An alarm for each seat that something is awaited of. Numbered: an alarm that rang for an earlier wait and lay in the
 * mailbox meanwhile is told from the one that runs now. One thread at a time; the timers are those of the room's clock.
 */
final class SeatAlarms {
    private final Timers timers;
    private final Consumer<RoomInput> room;
    private final BiFunction<Seat, Long, RoomInput> input;
    private final Map<Seat, Numbered> alarms = new HashMap<>();
    private long count;

    private record Numbered(long number, Countdown countdown) {}

    /**
     * @param input what a seat's alarm with this number puts into the room's mailbox
     */
    SeatAlarms(Timers timers, Consumer<RoomInput> room, BiFunction<Seat, Long, RoomInput> input) {
        this.timers = timers;
        this.room = room;
        this.input = input;
    }

    /** Alarms run for these seats and no others; for whom one runs already, it goes on. */
    void follow(Set<Seat> seats, Function<Seat, Optional<Duration>> wait) {
        Set.copyOf(alarms.keySet()).stream()
                .filter(seat -> !seats.contains(seat))
                .forEach(this::cancel);
        for (Seat seat : seats) {
            if (!alarms.containsKey(seat)) {
                wait.apply(seat).ifPresent(time -> set(seat, time));
            }
        }
    }

    /** One that ran for the seat has no effect any more. */
    void set(Seat seat, Duration time) {
        cancel(seat);
        long number = ++count;
        alarms.put(
                seat,
                new Numbered(number, Countdown.start(timers, time, () -> room.accept(input.apply(seat, number)))));
    }

    void cancel(Seat seat) {
        Numbered alarm = alarms.remove(seat);
        if (alarm != null) {
            alarm.countdown().cancel();
        }
    }

    /** Is this the newest alarm of the seat? It is used up then. */
    boolean over(Seat seat, long number) {
        Numbered alarm = alarms.get(seat);
        return alarm != null && alarm.number() == number && alarms.remove(seat, alarm);
    }

    /** Milliseconds until the alarms of these seats ring; for a seat without one, nothing. */
    Map<Seat, Long> left(Predicate<Seat> which) {
        return alarms.entrySet().stream()
                .filter(alarm -> which.test(alarm.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, alarm -> alarm.getValue().countdown().left(timers)));
    }

    void stop() {
        Set.copyOf(alarms.keySet()).forEach(this::cancel);
    }
}
