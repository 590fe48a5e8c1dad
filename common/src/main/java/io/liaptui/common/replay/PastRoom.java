package io.liaptui.common.replay;

import io.liaptui.common.games.GameCatalog;
import io.liaptui.common.games.GameModule;
import io.liaptui.common.history.Entry;
import io.liaptui.common.history.StoredEvent;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.room.Occupant;
import io.liaptui.common.room.RoomEvent;
import io.liaptui.common.room.RoomState;
import io.liaptui.common.room.codec.RoomCodec;
import io.liaptui.common.wire.Cast;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A room after some of its events. Play, recovery and this fold with the same rules, so they come to the same state.
 * Immutable; any thread.
 *
 * @param game null before it begins
 * @param version of the last entry that is wholly folded
 * @param events how many are folded
 * @param time of the last of them, milliseconds since 1970; 0 before the first
 */
public record PastRoom(RoomState room, @Nullable PastGame<?, ?, ?> game, long version, long events, long time) {

    /** Before the first event. */
    public static final PastRoom NOTHING = new PastRoom(RoomState.NONE, null, 0, 0, 0);

    /**
     * Folds what of an entry comes up to event number {@code until}.
     *
     * @throws BrokenHistory if the entry does not follow, or cannot be folded
     */
    public PastRoom fold(Entry entry, long until, GameCatalog catalog) {
        PastRoom next = this;
        for (StoredEvent event : rest(entry)) {
            if (next.events == until) {
                return next;
            }
            next = next.fold(event, entry.time(), catalog);
        }
        return next.after(entry);
    }

    /**
     * Of an entry the events that are not folded yet: all, unless this is a moment within it.
     *
     * @throws BrokenHistory if the entry does not follow
     */
    public List<StoredEvent> rest(Entry entry) {
        if (entry.version() != version + 1) {
            throw new BrokenHistory("versions " + (version + 1) + " to " + (entry.version() - 1) + " are missing");
        }
        long folded = events + 1 - entry.firstEvent();
        if (folded < 0 || folded > entry.events().size()) {
            throw new BrokenHistory(
                    "version " + entry.version() + " begins with event " + entry.firstEvent() + " after " + events);
        }
        return entry.events().subList((int) folded, entry.events().size());
    }

    /** The same, with an entry's last event folded. */
    public PastRoom after(Entry entry) {
        return new PastRoom(room, game, entry.version(), events, entry.time());
    }

    /**
     * Folds one event.
     *
     * @throws BrokenHistory if it cannot be what happened next
     */
    public PastRoom fold(StoredEvent event, long at, GameCatalog catalog) {
        try {
            if (!event.type().startsWith(RoomCodec.PREFIX)) {
                if (game == null) {
                    throw new IllegalArgumentException("the game has not begun");
                }
                return new PastRoom(room, game.apply(event), version, events + 1, at);
            }
            RoomEvent happened = RoomCodec.read(event);
            RoomState next = room.apply(happened, at);
            PastGame<?, ?, ?> begun =
                    happened instanceof RoomEvent.Started ? PastGame.empty(module(catalog, next.game())) : game;
            return new PastRoom(next, begun, version, events + 1, at);
        } catch (BrokenHistory e) {
            throw e;
        } catch (RuntimeException e) {
            // Its cause may quote what the event hides
            throw new BrokenHistory(
                    "event " + (events + 1) + " (" + event.type() + ") does not fit the state before it");
        }
    }

    /** The hash that writers put on some entries. */
    public String hash() {
        return StateText.hash(room, game == null ? null : game.text());
    }

    /**
     * What messages of the game need to know of the room; empty unless a game runs or is over. Timers take as long as
     * at the usual pace: how long they took in a room is not kept.
     */
    public Optional<Cast> cast() {
        if (game == null || room.seats().stream().anyMatch(java.util.Objects::isNull)) {
            return Optional.empty();
        }
        Map<String, Duration> timers = new TreeMap<>();
        game.module().timers().forEach(timer -> timers.put(timer.name(), timer.normal()));
        return Optional.of(new Cast(
                IntStream.range(0, room.seats().size())
                        .mapToObj(seat -> player(new Seat(seat)))
                        .toList(),
                Instant.ofEpochMilli(room.startedAt()),
                Instant.ofEpochMilli(time),
                timers));
    }

    static GameModule<?, ?, ?> module(GameCatalog catalog, String game) {
        return catalog.find(game).orElseThrow(() -> new BrokenHistory("this release does not know the game " + game));
    }

    private Cast.Player player(Seat seat) {
        Occupant occupant = room.at(seat).orElseThrow();
        return new Cast.Player(
                occupant.name(),
                occupant.isPlayedByBot(),
                room.isHost(seat),
                occupant instanceof Occupant.Human human ? human.avatarColor() : null);
    }
}
