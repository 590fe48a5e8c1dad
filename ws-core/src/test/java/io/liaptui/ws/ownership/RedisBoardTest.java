package io.liaptui.ws.ownership;

import static io.liaptui.ws.redis.Eventually.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.common.redis.RedisKeys;
import io.liaptui.ws.redis.RedisProcess;
import io.liaptui.ws.redis.RedisSettings;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Response;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The board on a real server. Its clock is not ours to turn: what should be old is written as if it were. */
class RedisBoardTest extends NodeBoardContract {
    private final RedisProcess redis = new RedisProcess();
    /** A busy machine must not make a node unseen by itself. */
    private final NodeSettings settings = RedisProcess.settings(NodeSettings.class, "liap.nodes.seen-within", "20s");

    private final RedisBoard board =
            new RedisBoard(redis.vertx(), redis.options(), RedisProcess.settings(RedisSettings.class), settings);

    @AfterEach
    void stop() {
        board.close();
        redis.close();
    }

    @Override
    NodeBoard.Sight round(NodeId node, NodeRow row) {
        return answer(board.round(node, row, nobody()));
    }

    @Override
    NodeBoard.Leave leave(NodeId node) {
        return answer(board.leave(node));
    }

    @Override
    void nobodyBeatsForLong() {
        for (Response node : redis.run(Command.ZRANGE, RedisKeys.NODES_SEEN, 0, -1)) {
            redis.run(Command.ZINCRBY, RedisKeys.NODES_SEEN, -21_000, node.toString());
        }
    }

    @Override
    void theTimeBetweenTwoGrantsPasses() {
        assertThat(redis.run(Command.PTTL, RedisKeys.NODES_LEFT).toLong()).isBetween(10_000L, 30_000L);
        redis.run(Command.PEXPIRE, RedisKeys.NODES_LEFT, 1);
        until(
                "it is over",
                () -> redis.run(Command.EXISTS, RedisKeys.NODES_LEFT).toInteger() == 0);
    }

    @Test
    void aRowThatCannotBeReadIsNobodyWhoServes() {
        NodeId a = new NodeId("a-000000000000");
        for (String row : new String[] {"", "{", "7", "null", "[]", "{\"state\":7}"}) {
            redis.run(Command.HSET, RedisKeys.NODES, "other", row);
            redis.run(Command.ZADD, RedisKeys.NODES_SEEN, System.currentTimeMillis(), "other");
            assertThat(leave(a)).as("a row that says <%s>", row).isEqualTo(NodeBoard.Leave.LAST);
        }
    }

    private static <T> T answer(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().get(5, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new AssertionError("the board did not answer", e);
        }
    }
}
