package io.liaptui.ws.ownership;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.redis.NodeRow;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * This node among its peers, judged by beats in Redis. Says only when to try a claim; a wrong guess costs a move of a
 * room, never a fork. Threading: any thread.
 */
public interface Nodes {
    NodeId me();

    /** Where this node is in its life. Only a ready one creates, claims or is given rooms. */
    NodeState state();

    /** Rounds in a row that were answered in time and began in time. Below 8 this node judges nobody. */
    int goodRounds();

    /** False once a peer's beat stood still for 8 good rounds of mine, or a node is in no row for as long. */
    boolean isAlive(NodeId node);

    /** Peers whose beat moves and who are ready, without me. */
    Set<NodeId> peers();

    /** The rows of all nodes whose beat moves, mine too, whatever their state. A momentary value. */
    default Map<NodeId, NodeRow> rows() {
        return Map.of();
    }

    /** Peers' rows as they were when last seen, however long ago: whom to ask while the board is away. */
    default Map<NodeId, NodeRow> lastSeen() {
        return Map.of();
    }

    /** From now on, and for ever, this node takes no rooms. */
    default void drain() {}

    /**
     * This node ends: peers need not wait until they miss its beat. Done when they can know it; fails if they cannot be
     * told.
     */
    default CompletionStage<?> leave() {
        return CompletableFuture.completedStage(null);
    }

    /** No good round for 5 s: Redis is away, or this node is cut off from it. */
    default boolean isIsolated() {
        return false;
    }

    /** Told true when this node becomes isolated, false when it is back; on a thread that must not be blocked. */
    default void onIsolated(Consumer<Boolean> listener) {}

    /**
     * Called at the moment a peer is judged dead, on a thread of the registry that must not be blocked; again if it is judged again after an
     * outage. Not called for nodes that never had a row while I watched: ask {@link #isAlive}.
     */
    void onDead(Consumer<NodeId> listener);

    /** Whether a new player is well served here: this node may create rooms and reaches its store. */
    default boolean takesPlayers() {
        return state() == NodeState.READY && !isIsolated();
    }

    /** How long ago this node's own rounds last turned, whatever came of them; zero if it has none. Asks nobody. */
    default Duration sinceTurn() {
        return Duration.ZERO;
    }

    /**
     * Called when this node has not heard its own echo for 5 s of good rounds and is the one of the fleet that may leave for
     * it: it should give its rooms away. On a thread that must not be blocked.
     */
    default void onDeaf(Runnable listener) {}
}
