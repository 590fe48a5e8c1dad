package io.liaptui.common.wire;

import io.liaptui.common.ids.Seat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a game's messages need to know of the room: names and times, which rules never see.
 *
 * @param players by seat, one for each
 * @param startedAt when the game began
 * @param at when the newest event happened
 * @param timers how long each timer of the game takes in this room
 */
public record Cast(List<Player> players, Instant startedAt, Instant at, Map<String, Duration> timers) {
    public Cast {
        players = List.copyOf(players);
        timers = Map.copyOf(timers);
    }

    /** Who sits on a seat. */
    public Player at(Seat seat) {
        return players.get(seat.index());
    }

    public String name(Seat seat) {
        return at(seat).name();
    }

    /**
     * One seat as everybody sees it.
     *
     * @param isBot a bot decides for it now, also while its human is away
     * @param avatarColor null for bots
     */
    public record Player(
            String name,
            boolean isBot,
            boolean isHost,
            @Nullable String avatarColor) {}
}
