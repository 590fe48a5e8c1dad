package io.liaptui.ws.testkit;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.ws.ownership.NodeBoard;
import io.liaptui.ws.ownership.NodeSettings;
import io.liaptui.ws.ownership.NodeState;
import io.liaptui.ws.redis.RedisProcess;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The nodes' rows in memory, for several registries in one thread. Without help every node that ever wrote a row has a
 * subscriber; who dies is {@link #unsubscribe}d. While away, rounds write nothing and fail; while frozen they have no
 * answer, and are carried out when it thaws.
 */
public final class MemoryBoard implements NodeBoard {
    private final Executor executor;
    private final InstantSource clock;
    private final Map<NodeId, NodeRow> rows = new HashMap<>();
    private final Set<NodeId> deaf = new HashSet<>();
    private final Set<Runnable> held = new LinkedHashSet<>();
    private final Map<NodeId, Long> seen = new HashMap<>();
    private final NodeSettings settings;
    private @Nullable NodeId left;
    private long leftAt;
    private boolean away;
    private boolean frozen;

    /**
     * @param executor carries rounds out and completes their stages
     */
    public MemoryBoard(InstantSource clock, Executor executor) {
        this(clock, executor, RedisProcess.settings(NodeSettings.class));
    }

    public MemoryBoard(InstantSource clock, Executor executor, NodeSettings settings) {
        this.settings = settings;
        this.clock = clock;
        this.executor = executor;
    }

    @Override
    public CompletionStage<Sight> round(NodeId me, NodeRow row, Set<NodeId> listeners) {
        CompletableFuture<Sight> answer = new CompletableFuture<>();
        Set<NodeId> counted = new HashSet<>(listeners);
        counted.add(me);
        executor.execute(() -> carryOut(() -> {
            if (away) {
                answer.completeExceptionally(new IllegalStateException("the board is away"));
            } else {
                rows.put(me, row);
                seen.put(me, clock.millis());
                answer.complete(new Sight(clock.millis(), rows, count(counted)));
            }
        }));
        return answer;
    }

    @Override
    public CompletionStage<Leave> leave(NodeId me) {
        CompletableFuture<Leave> answer = new CompletableFuture<>();
        executor.execute(() -> carryOut(() -> {
            if (away) {
                answer.completeExceptionally(new IllegalStateException("the board is away"));
            } else {
                answer.complete(judge(me));
            }
        }));
        return answer;
    }

    private Leave judge(NodeId me) {
        long now = clock.millis();
        boolean recent = left != null && now - leftAt < settings.leaveEvery().toMillis();
        if (recent && !me.equals(left)) {
            return Leave.TOO_SOON;
        }
        boolean another = rows.entrySet().stream()
                .anyMatch(each -> !each.getKey().equals(me)
                        && each.getValue().state().equals(NodeState.READY.text())
                        && now - seen.get(each.getKey())
                                <= settings.seenWithin().toMillis());
        if (!another) {
            return Leave.LAST;
        }
        if (!recent) {
            left = me;
            leftAt = now;
        }
        return Leave.GRANTED;
    }

    /** Nobody listens to the node's channel any more. */
    public void unsubscribe(NodeId node) {
        deaf.add(node);
    }

    /** It listens again. */
    public void subscribe(NodeId node) {
        deaf.remove(node);
    }

    public void away(boolean isAway) {
        away = isAway;
    }

    public void freeze() {
        frozen = true;
    }

    public void thaw() {
        frozen = false;
        Set<Runnable> waiting = new LinkedHashSet<>(held);
        held.clear();
        waiting.forEach(executor::execute);
    }

    /** All rows are lost. */
    public void clear() {
        rows.clear();
        seen.clear();
        left = null;
    }

    public Map<NodeId, NodeRow> rows() {
        return Map.copyOf(rows);
    }

    private void carryOut(Runnable round) {
        if (frozen) {
            held.add(round);
        } else {
            round.run();
        }
    }

    private Map<NodeId, Integer> count(Set<NodeId> counted) {
        Map<NodeId, Integer> subscribers = new HashMap<>();
        counted.forEach(node -> subscribers.put(node, rows.containsKey(node) && !deaf.contains(node) ? 1 : 0));
        return subscribers;
    }
}
