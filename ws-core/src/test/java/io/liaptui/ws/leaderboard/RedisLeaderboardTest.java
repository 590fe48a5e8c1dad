package io.liaptui.ws.leaderboard;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.liaptui.common.board.BoardKeys;
import io.liaptui.common.board.BoardOrder;
import io.liaptui.common.board.BoardRow;
import io.liaptui.common.board.GameScore;
import io.liaptui.common.games.SeatResult;
import io.liaptui.common.ids.PlayerName;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.ws.journal.JournalAway;
import io.liaptui.ws.redis.RedisProcess;
import io.liaptui.ws.redis.RedisSettings;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The scripts of the leaderboard on a real Redis. */
class RedisLeaderboardTest {
    private static final long DAY = Duration.ofDays(1).toMillis();
    private static RedisProcess redis;

    private RedisLeaderboard board;

    @BeforeAll
    static void start() {
        redis = new RedisProcess();
    }

    @AfterAll
    static void stop() {
        redis.close();
    }

    @BeforeEach
    void empty() {
        redis.run(Command.FLUSHALL);
        board = board();
    }

    @AfterEach
    void close() {
        board.close();
    }

    private static RedisLeaderboard board(String... changes) {
        return new RedisLeaderboard(
                redis.vertx(),
                redis.options(),
                RedisProcess.settings(RedisSettings.class),
                RedisProcess.settings(LeaderboardSettings.class, changes));
    }

    private static GameScore.Player player(String name, boolean won, int points, int hits) {
        return new GameScore.Player(new PlayerName(name), false, new SeatResult(new Seat(0), won, points, 10, hits));
    }

    private static GameScore.Player leaver(String name) {
        return new GameScore.Player(new PlayerName(name), true, new SeatResult(new Seat(1), true, 60, 10, 9));
    }

    private boolean count(String room, long ended, GameScore.Player... players) throws Exception {
        return board.count(new GameScore("liaptui", new RoomId(room), 5, ended, List.of(players)))
                .toCompletableFuture()
                .get(5, SECONDS);
    }

    private static BoardRow row(String key) {
        return BoardRow.read(String.valueOf(redis.run(Command.HGET, BoardKeys.players("liaptui"), key)));
    }

    private static List<String> order(BoardOrder order) {
        return redis.run(Command.ZRANGE, BoardKeys.list("liaptui", order), 0, -1, "REV").stream()
                .map(Response::toString)
                .toList();
    }

    @Test
    void aGameCountsOnceHoweverOftenItIsSaid() throws Exception {
        assertThat(count("A1", 1_000, player("Mina", true, 52, 7))).isTrue();
        assertThat(count("A1", 1_000, player("Mina", true, 52, 7))).isFalse();
        assertThat(row("mina")).isEqualTo(new BoardRow("Mina", 1, 0, 1, 52, 10, 7, 1_000));
    }

    @Test
    void gamesOfOneNameAddUpInWhateverCaseItIsWritten() throws Exception {
        count("A1", 2_000, player("Mina", true, 52, 7));
        count("A2", 1_000, player("MINA", false, -12, 3));
        assertThat(row("mina")).isEqualTo(new BoardRow("MINA", 2, 0, 1, 40, 20, 10, 2_000));
    }

    @Test
    void whoLeftDidNotWinEvenIfTheStandInDid() throws Exception {
        count("A1", 1_000, leaver("Omar"));
        assertThat(row("omar")).isEqualTo(new BoardRow("Omar", 1, 1, 0, 0, 0, 0, 1_000));
    }

    @Test
    void amongAsManyWinsTheAverageDecides() throws Exception {
        count("A1", 1_000, player("low", true, -900, 1), player("high", true, 70, 1), player("none", false, 900, 1));
        assertThat(order(BoardOrder.WINS)).containsExactly("high", "low", "none");
    }

    @Test
    void averagesBeginWithTheThirdGame() throws Exception {
        for (int game = 1; game <= 3; game++) {
            assertThat(order(BoardOrder.AVERAGE)).isEmpty();
            count("A" + game, game, player("often", false, 30, 5), player("better", true, 50, 2));
        }
        count("A4", 4, player("lucky", true, 99, 10));
        assertThat(order(BoardOrder.AVERAGE)).containsExactly("better", "often");
        assertThat(order(BoardOrder.HITS)).containsExactly("often", "better");
    }

    @Test
    void aForgottenPlayerIsNowhereAndDoesNotComeBackWithAnOldGame() throws Exception {
        for (int game = 1; game <= 3; game++) {
            count("A" + game, game, player("Mina", true, 52, 7), player("Yuki", false, 40, 7));
        }
        assertThat(board.forget("liaptui", new PlayerName("mINA"))
                        .toCompletableFuture()
                        .get(5, SECONDS))
                .isTrue();
        count("A3", 3, player("Mina", true, 52, 7));
        for (BoardOrder order : BoardOrder.values()) {
            assertThat(order(order)).containsExactly("yuki");
        }
        assertThat(redis.run(Command.HLEN, BoardKeys.players("liaptui")).toInteger())
                .isEqualTo(1);
        assertThat(redis.run(Command.ZCARD, BoardKeys.seen("liaptui")).toInteger())
                .isEqualTo(1);
        assertThat(board.forget("liaptui", new PlayerName("mina"))
                        .toCompletableFuture()
                        .get(5, SECONDS))
                .isFalse();
    }

    @Test
    void whoHasNotPlayedForAYearIsForgotten() throws Exception {
        count("A1", DAY, player("old", true, 1, 1));
        count("A2", 2 * DAY, player("newer", true, 1, 1));
        count("A3", 366 * DAY, player("now", true, 1, 1));
        assertThat(order(BoardOrder.WINS)).containsExactlyInAnyOrder("newer", "now");
        assertThat(redis.run(Command.ZRANGE, BoardKeys.games("liaptui"), 0, -1).toString())
                .contains("A3/5")
                .doesNotContain("A1/5");
    }

    @Test
    void theBoardHasASize() throws Exception {
        board.close();
        board = board("liap.leaderboard.players", "2");
        count("A1", 1, player("first", true, 1, 1));
        count("A2", 2, player("second", true, 1, 1));
        count("A3", 3, player("third", true, 1, 1), player("fourth", true, 1, 1));
        assertThat(order(BoardOrder.WINS)).hasSize(2).contains("third").doesNotContain("first");
    }

    @Test
    void anOutageIsSaidToBeOne() {
        redis.stop();
        try {
            assertThatThrownBy(() -> count("A1", 1, player("Mina", true, 1, 1))).hasCauseInstanceOf(JournalAway.class);
        } finally {
            redis.startEmpty();
        }
    }
}
