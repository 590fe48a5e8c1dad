package io.liaptui.ws.leaderboard;

import io.liaptui.common.board.BoardKeys;
import io.liaptui.common.board.BoardOrder;
import io.liaptui.common.board.GameScore;
import io.liaptui.common.games.SeatResult;
import io.liaptui.common.ids.PlayerName;
import io.liaptui.common.redis.Script;
import io.liaptui.ws.journal.RedisJournal;
import io.liaptui.ws.redis.RedisLine;
import io.liaptui.ws.redis.RedisSettings;
import io.liaptui.ws.redis.ScriptRunner;
import io.vertx.core.Vertx;
import io.vertx.redis.client.RedisOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The leaderboard in Redis. Stages complete on an event loop. */
public final class RedisLeaderboard implements Leaderboard, AutoCloseable {
    /** Far longer than a finished game may wait to be closed, after which nobody asks again. */
    private static final Duration COUNTED = Duration.ofDays(30);

    private final RedisLine line;
    private final ScriptRunner scripts;
    private final LeaderboardSettings settings;

    /** Connects with the first call. */
    public RedisLeaderboard(Vertx vertx, RedisOptions options, RedisSettings redis, LeaderboardSettings settings) {
        if (settings.players() < 1 || settings.keep().isNegative()) {
            throw new IllegalArgumentException(
                    "LIAP_LEADERBOARD_PLAYERS must be at least 1 and LIAP_LEADERBOARD_KEEP not negative");
        }
        this.settings = settings;
        line = new RedisLine(vertx, options, redis, "leaderboard");
        scripts = new ScriptRunner(line);
    }

    @Override
    public CompletionStage<Boolean> count(GameScore score) {
        List<String> arguments = new ArrayList<>(List.of(
                score.id(),
                Long.toString(score.ended()),
                Long.toString(COUNTED.toMillis()),
                Long.toString(settings.keep().toMillis()),
                Integer.toString(settings.players()),
                Integer.toString(BoardOrder.LEAST_GAMES)));
        for (GameScore.Player player : score.players()) {
            SeatResult result = player.result();
            boolean left = player.left();
            arguments.addAll(List.of(
                    player.name().key(),
                    player.name().shown(),
                    left ? "1" : "0",
                    result.won() && !left ? "1" : "0",
                    Integer.toString(left ? 0 : result.points()),
                    Integer.toString(left ? 0 : result.rounds()),
                    Integer.toString(left ? 0 : result.hits())));
        }
        return RedisJournal.read(
                scripts.send(ScriptRunner.request(Script.SCORE, BoardKeys.all(score.game()), arguments)),
                answer -> answer.get(0).toString().equals("Counted"));
    }

    @Override
    public CompletionStage<Boolean> forget(String game, PlayerName player) {
        return RedisJournal.read(
                scripts.send(ScriptRunner.request(Script.FORGET, BoardKeys.all(game), List.of(player.key()))),
                answer -> answer.toInteger() > 0);
    }

    @Override
    public void close() {
        line.close();
    }
}
