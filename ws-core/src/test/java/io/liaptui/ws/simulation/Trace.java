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
import java.util.function.Supplier;

/** What happened, as a number to compare two runs by, and as text if somebody wants to read it. */
final class Trace implements Watch {
    private final Scheduler scheduler;
    private final boolean readable;
    private final List<String> lines = new ArrayList<>();
    private long print = 1;

    Trace(Scheduler scheduler, boolean readable) {
        this.scheduler = scheduler;
        this.readable = readable;
    }

    /** Equal for equal runs. */
    long print() {
        return print;
    }

    List<String> lines() {
        return lines;
    }

    void note(Supplier<String> what) {
        if (readable) {
            lines.add("%10.3f  %s".formatted(scheduler.now() / 1_000_000.0, what.get()));
        }
    }

    private void mark(String... parts) {
        for (String part : parts) {
            print = print * 31 + part.hashCode();
        }
        print = print * 31 + scheduler.now();
    }

    @Override
    public void created(RoomId room, NodeId owner, long epoch, Entry first) {
        mark(room.value(), owner.value());
        note(() -> "journal: room %s made by %s, epoch %d".formatted(room, owner, epoch));
    }

    @Override
    public void claimed(RoomId room, NodeId owner, long epoch) {
        mark(room.value(), owner.value());
        note(() -> "journal: room %s claimed by %s, epoch %d".formatted(room, owner, epoch));
    }

    @Override
    public void handed(RoomId room, NodeId successor, long epoch) {
        mark(room.value(), successor.value());
        note(() -> "journal: room %s handed to %s, epoch %d".formatted(room, successor, epoch));
    }

    @Override
    public void restored(Fence fence, RoomJournal.Remembered memory) {
        mark(fence.room().value());
        note(() -> "journal: room %s put back by %s in epoch %d, version %d"
                .formatted(
                        fence.room(),
                        fence.node(),
                        fence.epoch(),
                        memory.snapshot().version()));
    }

    @Override
    public void lost(Loss loss) {
        note(() -> "journal: lost " + loss);
    }

    @Override
    public void stored(Fence fence, List<Entry> entries) {
        mark(fence.room().value());
        note(() -> "journal: room %s: %s stores %s"
                .formatted(
                        fence.room(),
                        fence.node(),
                        entries.stream()
                                .map(entry -> entry.version()
                                        + entry.commands().toString()
                                        + entry.events().stream()
                                                .map(event -> event.type())
                                                .toList())
                                .toList()));
    }

    @Override
    public void storedBefore(Fence fence, List<Entry> entries) {
        note(() -> "journal: room %s: %s had stored %d already"
                .formatted(fence.room(), fence.node(), entries.getFirst().version()));
    }

    @Override
    public void ended(RoomId room) {
        mark(room.value());
        note(() -> "journal: room " + room + " ended");
    }

    @Override
    public void bound(NodeId node, RoomId room, Seat seat, String player, long generation) {
        note(() ->
                "journal: room %s: %s proves %s (%s), generation %d".formatted(room, node, seat, player, generation));
    }

    @Override
    public void claiming(NodeId node, RoomId room, NodeId seenOwner) {
        note(() -> "%s wants room %s of %s".formatted(node, room, seenOwner));
    }

    @Override
    public void sent(NodeId from, NodeId to, RelayMessage message) {
        mark(from.value(), to.value(), message.getClass().getSimpleName());
        note(() -> "%s -> %s: %s".formatted(from, to, brief(message)));
    }

    @Override
    public void arrived(NodeId from, NodeId to, RelayMessage message) {
        note(() -> "%s <- %s: %s".formatted(to, from, brief(message)));
    }

    @Override
    public void shown(Screen screen, String text) {
        mark(screen.id());
        note(() -> "socket %s (%s) is shown %s"
                .formatted(screen.id(), screen.channel(), text.substring(0, Math.min(text.length(), 160))));
    }

    @Override
    public void opened(Screen screen) {
        note(() -> "socket %s (%s) opens".formatted(screen.id(), screen.channel()));
    }

    @Override
    public void closed(Screen screen, int code) {
        note(() -> "socket %s (%s) closes with %d".formatted(screen.id(), screen.channel(), code));
    }

    private static String brief(RelayMessage message) {
        return message instanceof RelayMessage.Step step
                ? "Step[%s %d/%d version %d%s to %s, %d texts]"
                        .formatted(
                                step.room(),
                                step.epoch(),
                                step.number(),
                                step.version(),
                                step.full() ? " full" : "",
                                step.sockets(),
                                step.frames().size())
                : message.toString();
    }
}
