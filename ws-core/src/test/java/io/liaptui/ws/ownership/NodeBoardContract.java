package io.liaptui.ws.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.ws.ownership.NodeBoard.Leave;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may leave by its own verdict: what every board says. */
abstract class NodeBoardContract {
    private static final NodeId A = new NodeId("a-000000000000");
    private static final NodeId B = new NodeId("b-000000000000");
    private static final NodeId C = new NodeId("c-000000000000");

    /** The answer of a round, and of a question. */
    abstract NodeBoard.Sight round(NodeId node, NodeRow row);

    abstract Leave leave(NodeId node);

    /** So long that a ready node does not count any more unless it beats again, and far less than between two grants. */
    abstract void nobodyBeatsForLong();

    abstract void theTimeBetweenTwoGrantsPasses();

    @Test
    void oneMayLeaveWhileAnotherIsReady() {
        beat(A, NodeState.READY);
        beat(B, NodeState.READY);
        assertThat(leave(A)).isEqualTo(Leave.GRANTED);
    }

    @Test
    void theLastOneStays() {
        assertThat(leave(A)).as("in no row at all").isEqualTo(Leave.LAST);
        beat(A, NodeState.READY);
        assertThat(leave(A)).isEqualTo(Leave.LAST);
        beat(B, NodeState.READY);
        assertThat(leave(B)).as("a refusal keeps nobody else").isEqualTo(Leave.GRANTED);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "READY")
    void whoStartsOrGoesDoesNotServe(NodeState other) {
        beat(A, NodeState.READY);
        beat(B, other);
        assertThat(leave(A)).isEqualTo(Leave.LAST);
    }

    @Test
    void whoWasNotSeenForASecondDoesNotServe() {
        beat(A, NodeState.READY);
        beat(B, NodeState.READY);
        nobodyBeatsForLong();
        beat(A, NodeState.READY);
        assertThat(leave(A)).isEqualTo(Leave.LAST);
    }

    @Test
    void oneAtATimeAndWhoAsksAgainIsJudgedAgain() {
        beat(A, NodeState.READY);
        beat(B, NodeState.READY);
        beat(C, NodeState.READY);
        assertThat(leave(A)).isEqualTo(Leave.GRANTED);
        assertThat(leave(B)).isEqualTo(Leave.TOO_SOON);
        assertThat(leave(A)).isEqualTo(Leave.GRANTED);
        nobodyBeatsForLong();
        assertThat(leave(A)).as("nobody is there any more").isEqualTo(Leave.LAST);
        beat(B, NodeState.READY);
        beat(C, NodeState.READY);
        assertThat(leave(C)).isEqualTo(Leave.TOO_SOON);
        assertThat(leave(A)).isEqualTo(Leave.GRANTED);
        theTimeBetweenTwoGrantsPasses();
        beat(B, NodeState.READY);
        beat(C, NodeState.READY);
        assertThat(leave(C)).isEqualTo(Leave.GRANTED);
        assertThat(leave(B)).isEqualTo(Leave.TOO_SOON);
    }

    private void beat(NodeId node, NodeState state) {
        NodeRow row = new NodeRow(1, state.text(), 1, "test", 1, 1, 0, 100, "here");
        assertThat(round(node, row).rows()).containsEntry(node, row);
    }

    /** Nobody is counted. */
    static Set<NodeId> nobody() {
        return Set.of();
    }
}
