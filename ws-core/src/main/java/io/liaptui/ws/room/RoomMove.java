package io.liaptui.ws.room;

import io.liaptui.common.ids.NodeId;
import io.liaptui.ws.ownership.LocalRooms.Moved;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One try to give a room away, from the last decision here until the successor's name stands in the journal. Threading: the
 * room's thread.
 */
final class RoomMove {
    /** From then on the room goes on here, unless the journal may have carried the hand-over out already. */
    static final Duration LIMIT = Duration.ofSeconds(3);

    private final NodeId successor;
    private final long began;
    private final List<CompletableFuture<Moved>> waiting = new ArrayList<>();
    private final EnumMap<Step, Long> since = new EnumMap<>(Step.class);
    private Step step = Step.STOPPED;

    /** How far it is. */
    enum Step {
        /** Nothing is decided any more; the answer to what was asked before is awaited. */
        STOPPED,
        /** The successor's set is being told. */
        EXPECTING,
        /** The journal is asked; there is no way back. */
        ASKED,
        /** The journal names the successor, which is told. */
        NAMED
    }

    RoomMove(NodeId successor, long began) {
        this.successor = successor;
        this.began = began;
    }

    NodeId successor() {
        return successor;
    }

    /** Milliseconds of the node's timers. */
    long began() {
        return began;
    }

    void tell(CompletableFuture<Moved> done) {
        waiting.add(done);
    }

    /** True once: the next step may be taken. */
    boolean goTo(Step from, Step next, long now) {
        boolean may = step == from;
        if (may) {
            step = next;
            since.put(next, now - began);
        }
        return may;
    }

    boolean mayGoBack() {
        return step.compareTo(Step.ASKED) < 0;
    }

    /** When each step began, in milliseconds since the first. */
    @Override
    public String toString() {
        return since.toString();
    }

    void finish(Moved how) {
        waiting.forEach(done -> done.complete(how));
        waiting.clear();
    }
}
