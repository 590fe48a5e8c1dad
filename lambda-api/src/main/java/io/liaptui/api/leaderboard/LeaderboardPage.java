package io.liaptui.api.leaderboard;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.liaptui.common.board.BoardRow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some places of a leaderboard, the best first. Bots are not in it. Nobody proved a name: two people may play under one, and
 * anybody under any.
 *
 * @param sort what it is sorted by: {@code wins}, {@code average} or {@code hits}
 * @param leastGames so many games played to the end it takes to be in this order
 * @param total players in this order
 * @param next what to ask for with {@code offset} to get the following places; null if there are none
 */
public record LeaderboardPage(
        boolean success,
        String game,
        String sort,
        @JsonProperty("names_verified") boolean verified,
        @JsonProperty("min_games") int leastGames,
        @JsonProperty("total_players") long total,
        long offset,
        @JsonProperty("player_count") int count,
        List<Player> players,
        @Nullable Long next) {

    /**
     * One name.
     *
     * @param rank place in this order, from 1
     * @param verified always false: names are claimed
     * @param games that came to their end
     * @param left those in which a bot had the seat at the end; they count nowhere else
     * @param winRate share of the games played to the end, 0 to 1
     * @param totalPoints of games played to the end
     * @param averagePoints of a game played to its end
     * @param hits rounds in which exactly what was declared was captured
     * @param hitRate share of the rounds, 0 to 1
     * @param lastGame end of the last game in ISO 8601
     */
    public record Player(
            long rank,
            String name,
            @JsonProperty("name_verified") boolean verified,
            int games,
            @JsonProperty("games_left") int left,
            int wins,
            @JsonProperty("win_rate") double winRate,
            @JsonProperty("total_points") long totalPoints,
            @JsonProperty("average_points") double averagePoints,
            int rounds,
            @JsonProperty("declared_hits") int hits,
            @JsonProperty("declared_hit_rate") double hitRate,
            @JsonProperty("last_game_at") String lastGame) {

        static Player of(long rank, BoardRow row) {
            return new Player(
                    rank,
                    row.name(),
                    false,
                    row.games(),
                    row.left(),
                    row.wins(),
                    ratio(row.wins(), row.played(), 1000),
                    row.points(),
                    ratio(row.points(), row.played(), 10),
                    row.rounds(),
                    row.hits(),
                    ratio(row.hits(), row.rounds(), 1000),
                    Instant.ofEpochMilli(row.last()).toString());
        }

        private static double ratio(double part, int whole, int digits) {
            return whole == 0 ? 0 : (double) Math.round(digits * part / whole) / digits;
        }
    }
}
