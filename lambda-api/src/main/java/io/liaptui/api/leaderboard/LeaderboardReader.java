package io.liaptui.api.leaderboard;

import io.liaptui.api.redis.RedisReads;
import io.liaptui.common.board.BoardKeys;
import io.liaptui.common.board.BoardOrder;
import io.liaptui.common.board.BoardRow;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import io.vertx.mutiny.redis.client.Request;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Reads places in two trips: who stands there, then what they achieved. */
@Singleton
class LeaderboardReader {
    private static final Logger LOG = Logger.getLogger(LeaderboardReader.class);

    private final RedisReads redis;

    LeaderboardReader(RedisReads redis) {
        this.redis = redis;
    }

    Uni<LeaderboardPage> page(String game, BoardOrder order, int offset, int limit) {
        String list = BoardKeys.list(game, order);
        List<Request> places = List.of(
                Request.cmd(Command.ZCARD).arg(list),
                Request.cmd(Command.ZRANGE)
                        .arg(list)
                        .arg(offset)
                        .arg(offset + limit - 1)
                        .arg("REV"));
        return redis.within(redis.trip(places).chain(answers -> {
            long total = answers.get(0).toLong();
            Response keys = answers.get(1);
            return rows(game, keys, offset).map(rows -> answer(game, order, total, offset, keys.size(), rows));
        }));
    }

    private Uni<List<LeaderboardPage.Player>> rows(String game, Response keys, int offset) {
        if (keys.size() == 0) {
            return Uni.createFrom().item(List.of());
        }
        Request rows = Request.cmd(Command.HMGET).arg(BoardKeys.players(game));
        keys.forEach(key -> rows.arg(key.toString()));
        return redis.trip(List.of(rows)).map(answers -> {
            List<LeaderboardPage.Player> players = new ArrayList<>();
            Response found = answers.getFirst();
            for (int i = 0; i < found.size(); i++) {
                // Null: forgotten between the two trips
                add(players, offset + i + 1L, found.get(i));
            }
            return players;
        });
    }

    private static void add(List<LeaderboardPage.Player> players, long rank, @Nullable Response row) {
        try {
            if (row != null) {
                players.add(LeaderboardPage.Player.of(rank, BoardRow.read(row.toString())));
            }
        } catch (IllegalArgumentException e) {
            LOG.warnf("Left out of the leaderboard: %s", e.getMessage());
        }
    }

    private static LeaderboardPage answer(
            String game, BoardOrder order, long total, int offset, int seen, List<LeaderboardPage.Player> players) {
        long end = (long) offset + seen;
        return new LeaderboardPage(
                true,
                game,
                order.text(),
                false,
                order == BoardOrder.WINS ? 1 : BoardOrder.LEAST_GAMES,
                total,
                offset,
                players.size(),
                players,
                seen > 0 && end < total ? end : null);
    }
}
