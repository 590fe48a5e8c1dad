package io.liaptui.ws.simulation;

import io.liaptui.common.history.Entry;
import io.liaptui.common.history.Schema;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.ws.journal.Ending;
import io.liaptui.ws.journal.Fence;
import io.liaptui.ws.journal.Outcome;
import io.liaptui.ws.journal.RoomJournal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/** A journal whose appends go wrong, and whatever else a test overrides. */
class FlawedJournal implements RoomJournal {
    private final RoomJournal right;
    private final Appends appends;

    /** How it appends instead. */
    @FunctionalInterface
    interface Appends {
        CompletionStage<Outcome> append(
                RoomJournal right, Fence fence, long expected, List<Entry> entries, RoomWrite write);
    }

    FlawedJournal(RoomJournal right, Appends appends) {
        this.right = right;
        this.appends = appends;
    }

    @Override
    public CompletionStage<Outcome> append(Fence fence, long expected, List<Entry> entries, RoomWrite write) {
        return appends.append(right, fence, expected, entries, write);
    }

    @Override
    public CompletionStage<Created> create(RoomId room, NodeId node, String createId, Entry first, RoomWrite write) {
        return right.create(room, node, createId, first, write);
    }

    @Override
    public CompletionStage<Claim> claim(RoomId room, NodeId node, NodeId seenOwner, long seenEpoch, int reads) {
        return right.claim(room, node, seenOwner, seenEpoch, reads);
    }

    @Override
    public CompletionStage<Outcome> check(Fence fence) {
        return right.check(fence);
    }

    @Override
    public CompletionStage<Bind> bind(RoomId room, String tokenHash) {
        return right.bind(room, tokenHash);
    }

    @Override
    public CompletionStage<Outcome> handover(Fence fence, long version, NodeId successor, Snapshot snapshot) {
        return right.handover(fence, version, successor, snapshot);
    }

    @Override
    public CompletionStage<Outcome> restore(Fence fence, Remembered memory) {
        return right.restore(fence, memory);
    }

    @Override
    public void onReturn(Runnable listener) {
        right.onReturn(listener);
    }

    @Override
    public CompletionStage<Outcome> close(Fence fence, long version, Ending ending) {
        return right.close(fence, version, ending);
    }

    @Override
    public CompletionStage<Optional<Map<String, String>>> look(RoomId room) {
        return right.look(room);
    }

    @Override
    public Schema schema() {
        return right.schema();
    }
}
