package io.liaptui.ws.ownership;

import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.actor.Attempt;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.measure.Measures;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * What this node does about a bad verdict on itself. What it suffers from, all others may suffer from at the same moment,
 * and then the whole service would go in one second: so it leaves only if the board, where everybody can be seen, allows
 * it, and otherwise goes on as well as it can and says so loudly. Threading: any thread; nothing blocks.
 */
final class OwnVerdict {
    private static final Logger LOG = Logger.getLogger(OwnVerdict.class);

    private final NodeId me;
    private final NodeBoard board;
    private final Measures measures;
    private final Timers timers;
    private final NodeSettings settings;
    private final AtomicBoolean asking = new AtomicBoolean();
    private final AtomicBoolean alarmed = new AtomicBoolean();

    OwnVerdict(NodeId me, NodeBoard board, Measures measures, Timers timers, NodeSettings settings) {
        this.me = me;
        this.board = board;
        this.measures = measures;
        this.timers = timers;
        this.settings = settings;
    }

    /**
     * The verdict is reached, perhaps once more.
     *
     * @param why for the log
     * @param leave runs if this node may leave
     */
    void reached(String why, Runnable leave) {
        if (asking.compareAndSet(false, true)) {
            long began = timers.now();
            Attempt.of(() -> board.leave(me)).whenComplete((answer, failure) -> {
                asking.set(false);
                // Who has stood still meanwhile does not know any more who else is there
                boolean late = timers.now() - began > settings.answerWithin().toMillis();
                answered(why, leave, late ? null : answer, failure);
            });
        }
    }

    /** It does not hold any more: should it be reached again, that is worth another alarm. */
    void over() {
        alarmed.set(false);
    }

    private void answered(String why, Runnable leave, NodeBoard.@Nullable Leave answer, @Nullable Throwable failure) {
        boolean leaves = answer == NodeBoard.Leave.GRANTED;
        measures.foundDeaf(leaves);
        if (leaves) {
            LOG.warnf("Node %s %s: it leaves, others stay", me, why);
            try {
                leave.run();
            } catch (Throwable defect) {
                // Else it would end in a stage that nobody asks
                LOG.error("This node wanted to leave and could not", defect);
            }
        } else if (alarmed.compareAndSet(false, true)) {
            LOG.errorf("ALARM node %s %s, and stays: %s", me, why, reason(answer, failure));
        }
    }

    private static String reason(NodeBoard.@Nullable Leave answer, @Nullable Throwable failure) {
        return switch (answer) {
            case TOO_SOON -> "another node left for such a reason a moment ago, so the cause may be shared";
            case LAST -> "no other node is ready";
            case GRANTED -> "it may leave";
            case null -> "the board did not answer" + (failure == null ? " in time" : ": " + failure);
        };
    }
}
