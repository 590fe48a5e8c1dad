package io.liaptui.ws.fanout;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.redis.RoomFields;
import io.liaptui.common.room.RoomStatus;
import io.liaptui.ws.actor.Timers;
import io.liaptui.ws.journal.RoomJournal;
import io.liaptui.ws.ownership.Nodes;
import io.liaptui.ws.ownership.Wanted;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Finds who owns a room. Says what was true a moment ago. Threading: any thread. */
public final class RoomFinder {

    /** Good rounds in a row after which a room that is not found is believed not to be. */
    private static final int STEADY = 12;

    /** So long after the journal came back its owners may still be putting rooms back; a round may not notice a short break. */
    private static final long PUTTING_BACK_MILLIS = 3_000;

    private final RoomJournal journal;
    private final Nodes nodes;
    private final Timers timers;
    private final Wanted wanted;
    private volatile boolean broken;
    private volatile long backAt;

    /**
     * @param wanted told again and again while somebody here wants a room whose owner is not alive
     */
    public RoomFinder(RoomJournal journal, Nodes nodes, Timers timers, Wanted wanted) {
        this.journal = journal;
        this.timers = timers;
        this.nodes = nodes;
        this.wanted = wanted;
        journal.onReturn(() -> {
            backAt = timers.now();
            broken = true;
        });
    }

    /** What came of a look. */
    public sealed interface Found {
        /** @param alive false if nobody can answer there; who wants the room asks again soon */
        record At(NodeId owner, long epoch, boolean alive) implements Found {}

        /** There is none, but this node has not had steady sight of the journal: ask again soon. */
        record Unclear() implements Found {}

        /** There is none; {@code closed} if its end is on record. */
        record Gone(boolean closed) implements Found {}
    }

    /** Fails with {@code JournalAway}. */
    public CompletionStage<Found> find(RoomId room) {
        return journal.look(room)
                // The first answer after a break may come before it is told that there was one
                .thenCompose(hash -> hash.isPresent() ? CompletableFuture.completedStage(hash) : journal.look(room))
                .thenApply(hash -> found(room, hash));
    }

    /** No good round for a while: whoever asks waits, for nobody can be found. */
    boolean isIsolated() {
        return nodes.isIsolated();
    }

    private boolean isPuttingBack() {
        return broken && timers.now() - backAt < PUTTING_BACK_MILLIS;
    }

    private Found found(RoomId room, Optional<Map<String, String>> looked) {
        Map<String, String> hash = looked.orElse(Map.of());
        String owner = hash.get(RoomFields.OWNER);
        if (owner == null) {
            // A Redis that came back empty is filled again by the owners; nobody is sent home meanwhile
            return nodes.goodRounds() >= STEADY && !isPuttingBack() ? new Found.Gone(false) : new Found.Unclear();
        }
        if (!RoomStatus.isLive(hash.get(RoomFields.STATUS))) {
            return new Found.Gone(true);
        }
        NodeId node = new NodeId(owner);
        boolean alive = node.equals(nodes.me()) || nodes.isAlive(node);
        if (!alive) {
            wanted.wanted(room);
        }
        return new Found.At(node, Long.parseLong(hash.getOrDefault(RoomFields.EPOCH, "0")), alive);
    }
}
