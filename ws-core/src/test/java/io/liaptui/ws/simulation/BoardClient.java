package io.liaptui.ws.simulation;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.NodeRow;
import io.liaptui.ws.ownership.NodeBoard;
import java.util.Set;
import java.util.concurrent.CompletionStage;

/** The rows of nodes as one node reaches them; counts its good rounds apart from the node. */
final class BoardClient implements NodeBoard {
    private static final long IN_TIME = 500;
    private static final long STALL = 600;
    private static final int MAY_JUDGE = 8;

    private final Host host;
    private final Calls calls;
    private final RedisServer redis;
    private int good;
    private long rounds;
    private boolean waiting;
    private long steadyAt = Long.MIN_VALUE / 2;
    private long began = Long.MIN_VALUE / 2;

    BoardClient(Host host, Calls calls, RedisServer redis) {
        this.host = host;
        this.calls = calls;
        this.redis = redis;
    }

    @Override
    public CompletionStage<Sight> round(NodeId me, NodeRow row, Set<NodeId> listeners) {
        long now = host.now();
        if (waiting || now - began > STALL) {
            good = 0;
        }
        began = now;
        waiting = true;
        long number = ++rounds;
        return calls.once(RedisServer.Kind.SCRIPT, () -> redis.board().round(me, row, listeners))
                .whenComplete((sight, failure) -> {
                    // What a round brought when the next one had begun counts for nobody any more
                    if (number != rounds) {
                        return;
                    }
                    waiting = false;
                    good = failure == null && host.now() - now <= IN_TIME ? good + 1 : 0;
                    if (good >= MAY_JUDGE) {
                        steadyAt = host.now();
                    }
                });
    }

    @Override
    public CompletionStage<Leave> leave(NodeId me) {
        return calls.once(RedisServer.Kind.SCRIPT, () -> redis.board().leave(me));
    }

    /** How long ago this node last had eight good rounds in a row, in milliseconds. */
    long sinceSteady() {
        return host.now() - steadyAt;
    }
}
