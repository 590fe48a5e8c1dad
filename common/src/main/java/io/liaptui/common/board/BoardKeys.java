package io.liaptui.common.board;

import java.util.List;

/**
 * Keys of one game's leaderboard; all on one slot, so that one script counts a game.
 *
 * <pre>
 * {board:GAME}:games    zset  games that were counted, "&lt;room&gt;/&lt;created&gt;" by their end (ms); 30 days
 * {board:GAME}:players  hash  PlayerName.key -> {@link BoardRow} as text
 * {board:GAME}:seen     zset  players by the end of their last game (ms); who is not seen for long is forgotten
 * {board:GAME}:wins     zset  players by wins, and with as many wins by average
 * {board:GAME}:average  zset  players with some games by points per game
 * {board:GAME}:hits     zset  players with some games by share of rounds with an exact declaration
 * </pre>
 */
public final class BoardKeys {
    private BoardKeys() {}

    public static String games(String game) {
        return key(game, "games");
    }

    public static String players(String game) {
        return key(game, "players");
    }

    public static String seen(String game) {
        return key(game, "seen");
    }

    /** Players in an order. */
    public static String list(String game, BoardOrder order) {
        return key(game, order.text());
    }

    /** In the order in which the scripts take them. */
    public static List<String> all(String game) {
        return List.of(
                games(game),
                players(game),
                seen(game),
                list(game, BoardOrder.WINS),
                list(game, BoardOrder.AVERAGE),
                list(game, BoardOrder.HITS));
    }

    private static String key(String game, String part) {
        return "{board:" + game + "}:" + part;
    }
}
