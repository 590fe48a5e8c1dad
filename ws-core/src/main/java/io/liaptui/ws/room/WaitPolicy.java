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
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which waits of a room run in which state, and for how long; only that of a player without a socket begins where the
 * socket goes. One thread at a time.
 */
final class WaitPolicy {
    /** Whoever came back while the room moved asks for it again within this time, and must not be late for that. */
    private static final Duration TO_ASK_AGAIN = Duration.ofSeconds(1);

    private final Waits waits;
    private final Timers clock;
    private final RoomSettings settings;
    private final Presence presence;
    /** Since when something is awaited of a human. */
    private final Map<Seat, Long> asked = new HashMap<>();
    /** Who was away when the game ended: they shall see how it did. */
    private final Set<Seat> missedTheEnd = new HashSet<>();

    /**
     * @param clock the room's
     */
    WaitPolicy(Waits waits, Timers clock, RoomSettings settings, Presence presence) {
        this.waits = waits;
        this.clock = clock;
        this.settings = settings;
        this.presence = presence;
    }

    /**
     * The room begins to run here, before the first {@link #follow}. Nobody knows who saw the end of a finished game: whoever
     * is away may not have.
     *
     * @param arrival how long players have to come who had a socket
     */
    void begin(RoomState room, WaitsLeft left, Duration arrival) {
        for (Seat seat : room.present()) {
            Long stored = left.millis().get(Wait.absence(seat));
            waits.begin(Wait.absence(seat), stored == null ? arrival : toAskAgain(Duration.ofMillis(stored)));
        }
        if (room.status() == RoomStatus.FINISHED) {
            missTheEnd(room);
        }
    }

    /**
     * The room changed, or who is in it: what it asks for begins, the rest stops, what runs already goes on.
     *
     * @param left of what does not run yet
     * @param hostActed the host did something since
     */
    void follow(GameModule<?, ?, ?> module, RoomState before, RoomMemory now, WaitsLeft left, boolean hostActed) {
        RoomState room = now.room();
        stay(room, left, hostActed);
        GameTable<?, ?, ?> table = now.table();
        if (table == null || room.status() != RoomStatus.RUNNING) {
            waits.cancel(Wait.GAME);
            waits.keepOnly(Wait.Kind.BOT, Set.of());
            waits.keepOnly(Wait.Kind.LIMIT, Set.of());
            asked.clear();
        } else {
            game(module, table.pace(), left);
            bots(table, playedBy(true, table, room), room, left);
            people(playedBy(false, table, room), left);
        }
        if (before.status() == RoomStatus.RUNNING && room.status() == RoomStatus.FINISHED) {
            missTheEnd(room);
        }
        desertion(room, left);
    }

    /** The seat did something; whatever is awaited of it next has its full time. */
    void acted(Seat seat) {
        waits.cancel(Wait.bot(seat));
        waits.cancel(Wait.limit(seat));
        asked.remove(seat);
    }

    /** Has the seat's human left a decision open for so long that others need not wait? */
    boolean isIdle(Seat seat) {
        Long since = asked.get(seat);
        return since != null && clock.now() - since >= RoomSettings.IDLE.toMillis();
    }

    /** What the waits have left in the state of this table; the full time of the game's timer where it does not run yet. */
    WaitsLeft left(GameModule<?, ?, ?> module, @Nullable GameTable<?, ?, ?> table) {
        Map<Wait, Long> left = waits.left();
        Set<Seat> awaited = table == null ? Set.of() : table.awaited();
        left.keySet().removeIf(wait -> switch (wait.kind()) {
            case LIMIT, BOT -> !awaited.contains(wait.whose());
            case GAME -> table == null || !waits.isFor(wait, table.pace());
            case ABSENCE, DESERTED, STAY -> false;
        });
        if (table != null && table.pace() instanceof Pace.Deadline next) {
            left.computeIfAbsent(Wait.GAME, _ -> duration(module, next).toMillis());
        }
        return new WaitsLeft(left);
    }

    private void game(GameModule<?, ?, ?> module, Pace pace, WaitsLeft left) {
        if (pace instanceof Pace.Deadline next) {
            waits.keep(Wait.GAME, next, () -> left.of(Wait.GAME, duration(module, next)));
        } else {
            waits.cancel(Wait.GAME);
        }
    }

    private void bots(GameTable<?, ?, ?> table, Set<Seat> bots, RoomState room, WaitsLeft left) {
        waits.keepOnly(Wait.Kind.BOT, bots);
        for (Seat seat : bots) {
            Wait wait = Wait.bot(seat);
            waits.keep(wait, wait, () -> {
                boolean standIn = room.at(seat).orElse(null) instanceof Occupant.Human;
                return left.of(wait, standIn ? Duration.ZERO : settings.thinkTime(table.pondering(seat)));
            });
        }
    }

    private void people(Set<Seat> people, WaitsLeft left) {
        waits.keepOnly(Wait.Kind.LIMIT, people);
        asked.keySet().retainAll(people);
        for (Seat seat : people) {
            Wait wait = Wait.limit(seat);
            Duration limit = settings.turnLimit().orElse(Duration.ZERO);
            Duration rest = left.of(wait, limit);
            settings.turnLimit().ifPresent(_ -> waits.keep(wait, wait, () -> rest));
            asked.putIfAbsent(seat, clock.now() - limit.minus(rest).toMillis());
        }
    }

    /** A tab left open must not keep a room for ever: neither a finished one nor one that waits for a host who does nothing. */
    private void stay(RoomState room, WaitsLeft left, boolean hostActed) {
        if (hostActed && room.status() == RoomStatus.OPEN) {
            waits.cancel(Wait.STAY);
        }
        Duration full =
                switch (room.status()) {
                    case OPEN -> settings.grace().idleHost();
                    case FINISHED -> settings.grace().shown();
                    case RUNNING, ARCHIVED, CLOSED, BROKEN -> null;
                };
        if (full == null) {
            waits.cancel(Wait.STAY);
        } else {
            waits.keep(Wait.STAY, room.status(), () -> left.of(Wait.STAY, full));
        }
    }

    /** A finished room goes soon, but not before those had their time to come back who missed the end. */
    private void desertion(RoomState room, WaitsLeft left) {
        missedTheEnd.removeIf(presence::isHeld);
        RoomSettings.Grace grace = settings.grace();
        Duration full =
                switch (room.status()) {
                    case RUNNING -> grace.deserted();
                    case FINISHED -> missedTheEnd.isEmpty() ? grace.finished() : grace.deserted();
                    case OPEN, ARCHIVED, CLOSED, BROKEN -> null;
                };
        if (full == null || presence.anySeated()) {
            waits.cancel(Wait.DESERTED);
        } else {
            boolean moved = left.millis().containsKey(Wait.DESERTED);
            waits.keep(Wait.DESERTED, full, () -> moved ? toAskAgain(left.of(Wait.DESERTED, full)) : full);
        }
    }

    private void missTheEnd(RoomState room) {
        room.humans().stream()
                .filter(seat -> room.at(seat).orElse(null) instanceof Occupant.Human human && human.away())
                .forEach(missedTheEnd::add);
    }

    private static Duration toAskAgain(Duration left) {
        return left.compareTo(TO_ASK_AGAIN) < 0 ? TO_ASK_AGAIN : left;
    }

    private static Set<Seat> playedBy(boolean bots, GameTable<?, ?, ?> table, RoomState room) {
        return table.awaited().stream()
                .filter(seat -> room.at(seat)
                        .filter(occupant -> occupant.isPlayedByBot() == bots)
                        .isPresent())
                .collect(Collectors.toSet());
    }

    private Duration duration(GameModule<?, ?, ?> module, Pace.Deadline wanted) {
        Duration duration = settings.timersOf(module).get(wanted.timer());
        if (duration == null) {
            throw new IllegalStateException(module.name() + " has no timer called " + wanted.timer());
        }
        return duration;
    }
}
