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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The timers of one room: the game's deadline, bots that think, seats without a socket, and the clean-up of a
 * deserted room. Each only puts an
 * input into the room's mailbox. One thread at a time.
 */
final class RoomAlarms {
    private final Timers timers;
    private final RoomSettings settings;
    private final Consumer<RoomInput> room;
    private final Map<Seat, Timers.Alarm> thinking = new HashMap<>();
    private @Nullable Running deadline;
    private final Map<Seat, Wait> waits = new HashMap<>();
    private Timers.@Nullable Alarm deserted;
    private long graces;

    private record Running(Pace.Deadline what, long endsAt, Timers.Alarm alarm) {}

    private record Wait(long number, Timers.Alarm alarm) {}

    RoomAlarms(Timers timers, RoomSettings settings, Consumer<RoomInput> room) {
        this.timers = timers;
        this.settings = settings;
        this.room = room;
    }

    /** Milliseconds that the timer of this table has left, or -1 if none runs in its state. */
    long left(GameModule<?, ?, ?> module, @Nullable GameTable<?, ?, ?> table) {
        if (table == null || !(table.pace() instanceof Pace.Deadline next)) {
            return -1;
        }
        Running running = deadline;
        return running != null && running.what().equals(next)
                ? Math.max(0, running.endsAt() - timers.now())
                : duration(module, next).toMillis();
    }

    /**
     * Arms what the state asks for and stops the rest.
     *
     * @param left milliseconds that the newest entry left for its timer; -1 for the full time
     */
    void follow(GameModule<?, ?, ?> module, RoomMemory memory, long left) {
        GameTable<?, ?, ?> table = memory.table();
        if (table == null || memory.room().status() != RoomStatus.RUNNING) {
            stopGame();
            return;
        }
        followDeadline(module, table.pace(), left);
        followBots(memory.room(), table);
    }

    /** A room without humans is given up after this time; null means there are some. */
    void followDesertion(@Nullable Duration after) {
        Timers.Alarm running = deserted;
        if (after == null && running != null) {
            running.cancel();
            deserted = null;
        } else if (after != null && running == null) {
            deserted = timers.after(after, () -> room.accept(new RoomInput.Deserted()));
        }
    }

    /** The clean-up timer ran out and may be armed anew. */
    void desertionOver() {
        deserted = null;
    }

    /** A seat has no socket; its player has this long to come. A wait that ran for the seat has no effect any more. */
    void grace(Seat seat, Duration grace) {
        graceEnds(seat);
        long number = ++graces;
        waits.put(
                seat, new Wait(number, timers.after(grace, () -> room.accept(new RoomInput.GraceOver(seat, number)))));
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

    /** The bot's turn came and went. */
    void thought(Seat seat) {
        thinking.remove(seat);
    }

    void stop() {
        stopGame();
        followDesertion(null);
        List.copyOf(waits.keySet()).forEach(this::graceEnds);
    }

    private void stopGame() {
        Running running = deadline;
        if (running != null) {
            running.alarm().cancel();
            deadline = null;
        }
        thinking.values().forEach(Timers.Alarm::cancel);
        thinking.clear();
    }

    private void followDeadline(GameModule<?, ?, ?> module, Pace pace, long left) {
        Running running = deadline;
        Pace.Deadline wanted = pace instanceof Pace.Deadline next ? next : null;
        if (running != null && running.what().equals(wanted)) {
            return;
        }
        if (running != null) {
            running.alarm().cancel();
            deadline = null;
        }
        if (wanted != null) {
            Duration full = duration(module, wanted);
            Duration wait = left >= 0 && left < full.toMillis() ? Duration.ofMillis(left) : full;
            deadline = new Running(
                    wanted,
                    timers.now() + wait.toMillis(),
                    timers.after(wait, () -> room.accept(new RoomInput.TimeUp(wanted))));
        }
    }

    private void followBots(RoomState state, GameTable<?, ?, ?> table) {
        Set<Seat> awaited = table.awaited();
        thinking.entrySet().removeIf(entry -> {
            Seat seat = entry.getKey();
            boolean stays = awaited.contains(seat)
                    && state.at(seat).filter(Occupant::isPlayedByBot).isPresent();
            if (!stays) {
                entry.getValue().cancel();
            }
            return !stays;
        });
        for (Seat seat : awaited) {
            Occupant occupant = state.at(seat).orElse(null);
            if (occupant != null && occupant.isPlayedByBot() && !thinking.containsKey(seat)) {
                boolean standIn = occupant instanceof Occupant.Human;
                Duration wait = standIn ? Duration.ZERO : settings.thinkTime(table.pondering(seat));
                thinking.put(seat, timers.after(wait, () -> room.accept(new RoomInput.BotTurn(seat))));
            }
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
