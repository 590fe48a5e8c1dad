package io.liaptui.common.board;

import io.liaptui.common.games.GameModule;
import io.liaptui.common.games.SeatResult;
import io.liaptui.common.history.Entry;
import io.liaptui.common.history.StoredEvent;
import io.liaptui.common.ids.PlayerName;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.room.Occupant;
import io.liaptui.common.room.RoomState;
import io.liaptui.common.room.RoomStatus;
import io.liaptui.common.room.codec.RoomCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A game that came to its end, as the leaderboard counts it. Made of the log alone, which does not change any more: whoever
 * makes it gets the same.
 *
 * @param created when the room was made, milliseconds since 1970; with its id the name of the game
 * @param ended milliseconds since 1970
 * @param players the humans who had a seat at the end, by seat
 */
public record GameScore(String game, RoomId room, long created, long ended, List<Player> players) {
    /**
     * One human.
     *
     * @param left was away at the end, so that a bot had the seat
     */
    public record Player(PlayerName name, boolean left, SeatResult result) {}

    public GameScore {
        players = List.copyOf(players);
    }

    /** Names the game in the set of those that were counted. */
    public String id() {
        return room.value() + "/" + created;
    }

    /** Empty for a room in which no game came to its end, and for a game whose seats have no results. */
    public static Optional<GameScore> of(RoomId room, long created, GameModule<?, ?, ?> module, List<Entry> log) {
        RoomState state = RoomState.NONE;
        List<StoredEvent> game = new ArrayList<>();
        for (Entry entry : log) {
            for (StoredEvent event : entry.events()) {
                if (event.type().startsWith(RoomCodec.PREFIX)) {
                    state = state.apply(RoomCodec.read(event), entry.time());
                } else {
                    game.add(event);
                }
            }
            // Who goes after the end has played it
            if (state.status() == RoomStatus.FINISHED) {
                return Optional.of(players(state, module.codec().results(game)))
                        .filter(players -> !players.isEmpty())
                        .map(players -> new GameScore(module.name(), room, created, entry.time(), players));
            }
        }
        return Optional.empty();
    }

    private static List<Player> players(RoomState room, List<SeatResult> results) {
        List<Player> players = new ArrayList<>();
        for (SeatResult result : results) {
            if (room.at(result.seat()).orElse(null) instanceof Occupant.Human(var name, var color, var away)) {
                players.add(new Player(new PlayerName(name), away, result));
            }
        }
        return players;
    }
}
