package io.liaptui.ws.ownership;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.ws.testkit.MemoryBoard;
import io.liaptui.ws.testkit.VirtualTime;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** The board that tests and the simulation have in place of Redis. */
class MemoryBoardTest extends NodeBoardContract {
    private final VirtualTime time = new VirtualTime();
    private final MemoryBoard board = new MemoryBoard(time, time);

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
        time.pass(Duration.ofSeconds(2));
    }

    @Override
    void theTimeBetweenTwoGrantsPasses() {
        time.pass(Duration.ofSeconds(30));
    }

    private <T> T answer(CompletionStage<T> stage) {
        time.settle();
        return stage.toCompletableFuture().join();
    }
}
