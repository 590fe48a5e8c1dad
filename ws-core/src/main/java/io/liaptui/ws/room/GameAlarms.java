package io.liaptui.ws.room;

import io.liaptui.common.games.GameModule;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.room.Occupant;
import io.liaptui.common.room.RoomState;
import io.liaptui.common.room.RoomStatus;
import io.liaptui.common.rules.Pace;
import io.liaptui.ws.actor.Timers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What makes a game go on by itself: its own deadline, bots that think, and the limit for a human's decision. Each only
 * puts an input into the room's mailbox. One thread at a time; the timers are those of the room's clock.
 */
final class GameAlarms {
    private final Timers timers;
    private final RoomSettings settings;
    private final Consumer<RoomInput> room;
    private final SeatAlarms thinking;
    private final SeatAlarms limits;
    private final Map<Seat, Long> asked = new HashMap<>();
    private @Nullable Running deadline;

    private record Running(Pace.Deadline what, Countdown countdown) {}

    GameAlarms(Timers timers, RoomSettings settings, Consumer<RoomInput> room) {
        this.timers = timers;
        this.settings = settings;
        this.room = room;
        this.thinking = new SeatAlarms(timers, room, RoomInput.BotTurn::new);
        this.limits = new SeatAlarms(timers, room, RoomInput.TurnLimit::new);
    }

    /** What they have left in the state of this table; the full time where none runs yet. */
    TimeLeft left(GameModule<?, ?, ?> module, @Nullable GameTable<?, ?, ?> table) {
        if (table == null) {
            return TimeLeft.FULL;
        }
        Set<Seat> awaited = table.awaited();
        return new TimeLeft(
                left(module, table.pace()),
                limits.left(awaited::contains),
                thinking.left(awaited::contains),
                Map.of(),
                -1,
                -1);
    }

    private long left(GameModule<?, ?, ?> module, Pace pace) {
        if (!(pace instanceof Pace.Deadline next)) {
            return -1;
        }
        Running running = deadline;
        return running != null && running.what().equals(next)
                ? running.countdown().left(timers)
                : duration(module, next).toMillis();
    }

    /**
     * Arms what the state asks for and stops the rest.
     *
     * @param left of what does not run yet
     */
    void follow(GameModule<?, ?, ?> module, RoomMemory memory, TimeLeft left) {
        GameTable<?, ?, ?> table = memory.table();
        if (table == null || memory.room().status() != RoomStatus.RUNNING) {
            stop();
            return;
        }
        RoomState state = memory.room();
        followDeadline(module, table.pace(), left.game());
        Set<Seat> awaited = table.awaited();
        thinking.follow(playedBy(true, awaited, state), seat -> {
            boolean standIn = state.at(seat).orElse(null) instanceof Occupant.Human;
            Duration thought = standIn ? Duration.ZERO : settings.thinkTime(table.pondering(seat));
            return Optional.of(TimeLeft.of(thought, left.bots(), seat));
        });
        Set<Seat> people = playedBy(false, awaited, state);
        limits.follow(people, seat -> settings.turnLimit().map(limit -> TimeLeft.of(limit, left.limits(), seat)));
        asked.keySet().retainAll(people);
        people.forEach(seat -> asked.putIfAbsent(seat, timers.now() - waited(seat, left)));
    }

    /** How long a decision was open already where the room ran before. */
    private long waited(Seat seat, TimeLeft left) {
        return settings.turnLimit()
                .map(limit ->
                        limit.minus(TimeLeft.of(limit, left.limits(), seat)).toMillis())
                .orElse(0L);
    }

    /** Has the seat's human left a decision open for so long that others need not wait? */
    boolean isIdle(Seat seat) {
        Long since = asked.get(seat);
        return since != null && timers.now() - since >= RoomSettings.IDLE.toMillis();
    }

    /** Is this the newest turn of the seat's bot? It is used up then, and has no effect if it is not. */
    boolean thought(Seat seat, long number) {
        return thinking.over(seat, number);
    }

    /** Has the seat's human had the time for what is awaited now? */
    boolean limitReached(Seat seat, long number) {
        return limits.over(seat, number);
    }

    /** The seat did something; whatever is awaited of it next has its full time. */
    void acted(Seat seat) {
        thinking.cancel(seat);
        limits.cancel(seat);
        asked.remove(seat);
    }

    void stop() {
        followDeadline(null, -1, Duration.ZERO);
        thinking.stop();
        limits.stop();
        asked.clear();
    }

    private static Set<Seat> playedBy(boolean bots, Set<Seat> awaited, RoomState state) {
        return awaited.stream()
                .filter(seat -> state.at(seat)
                        .filter(occupant -> occupant.isPlayedByBot() == bots)
                        .isPresent())
                .collect(Collectors.toSet());
    }

    private void followDeadline(GameModule<?, ?, ?> module, Pace pace, long left) {
        if (pace instanceof Pace.Deadline wanted) {
            followDeadline(wanted, left, duration(module, wanted));
        } else {
            followDeadline(null, -1, Duration.ZERO);
        }
    }

    private void followDeadline(Pace.@Nullable Deadline wanted, long left, Duration full) {
        Running running = deadline;
        if (running != null && running.what().equals(wanted)) {
            return;
        }
        if (running != null) {
            running.countdown().cancel();
            deadline = null;
        }
        if (wanted != null) {
            Duration wait = TimeLeft.of(full, left);
            deadline =
                    new Running(wanted, Countdown.start(timers, wait, () -> room.accept(new RoomInput.TimeUp(wanted))));
        }
    }

    private Duration duration(GameModule<?, ?, ?> module, Pace.Deadline wanted) {
        Duration duration = settings.timersOf(module).get(wanted.timer());
        if (duration == null) {
            throw new IllegalStateException(module.name() + " has no timer called " + wanted.timer());
        }
        return duration;
    }
}
