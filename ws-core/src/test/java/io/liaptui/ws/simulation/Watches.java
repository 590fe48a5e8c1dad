package io.liaptui.ws.simulation;

import io.liaptui.common.history.Entry;
import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.ws.journal.Fence;
import io.liaptui.ws.journal.RoomJournal;
import io.liaptui.ws.relay.RelayMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Tells several what one is told, in order; the first that complains ends the run. */
final class Watches implements Watch {
    private final List<Watch> all = new ArrayList<>();
    private final Verdict verdict;

    Watches(Verdict verdict) {
        this.verdict = verdict;
    }

    void add(Watch watch) {
        all.add(watch);
    }

    @Override
    public void created(RoomId room, NodeId owner, long epoch, Entry first) {
        each(watch -> watch.created(room, owner, epoch, first));
    }

    @Override
    public void claimed(RoomId room, NodeId owner, long epoch) {
        each(watch -> watch.claimed(room, owner, epoch));
    }

    @Override
    public void handed(RoomId room, NodeId successor, long epoch) {
        each(watch -> watch.handed(room, successor, epoch));
    }

    @Override
    public void restored(Fence fence, RoomJournal.Remembered memory) {
        each(watch -> watch.restored(fence, memory));
    }

    @Override
    public void lost(Loss loss) {
        each(watch -> watch.lost(loss));
    }

    @Override
    public void stored(Fence fence, List<Entry> entries) {
        each(watch -> watch.stored(fence, entries));
    }

    @Override
    public void storedBefore(Fence fence, List<Entry> entries) {
        each(watch -> watch.storedBefore(fence, entries));
    }

    @Override
    public void ended(RoomId room) {
        each(watch -> watch.ended(room));
    }

    @Override
    public void bound(NodeId node, RoomId room, Seat seat, String player, long generation) {
        each(watch -> watch.bound(node, room, seat, player, generation));
    }

    @Override
    public void claiming(NodeId node, RoomId room, NodeId seenOwner) {
        each(watch -> watch.claiming(node, room, seenOwner));
    }

    @Override
    public void appending(Fence fence, long expected) {
        each(watch -> watch.appending(fence, expected));
    }

    @Override
    public void appendAnswered(Fence fence, long expected) {
        each(watch -> watch.appendAnswered(fence, expected));
    }

    @Override
    public void sent(NodeId from, NodeId to, RelayMessage message) {
        each(watch -> watch.sent(from, to, message));
    }

    @Override
    public void arrived(NodeId from, NodeId to, RelayMessage message) {
        each(watch -> watch.arrived(from, to, message));
    }

    @Override
    public void shown(Screen screen, String text) {
        each(watch -> watch.shown(screen, text));
    }

    @Override
    public void opened(Screen screen) {
        each(watch -> watch.opened(screen));
    }

    @Override
    public void closed(Screen screen, int code) {
        each(watch -> watch.closed(screen, code));
    }

    private void each(Consumer<Watch> told) {
        if (verdict.isFailed()) {
            return;
        }
        try {
            all.forEach(told);
        } catch (RuntimeException failure) {
            verdict.fail(failure);
        }
    }
}
