package io.liaptui.ws.fanout;

import io.liaptui.common.history.Redaction;
import io.liaptui.common.history.Viewer;
import io.liaptui.common.ids.RoomId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.wire.Frame;
import io.liaptui.ws.relay.RelayMessage;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One socket of an {@link Audience}, and what it has seen. It takes the next number of its epoch, or a full view of the
 * same or a higher epoch; everything else is late or double. On the audience's thread.
 */
final class Watcher {
    final RoomSocket socket;
    final @Nullable Seat seat;
    final long generation;
    final CompletableFuture<Void> arrived = new CompletableFuture<>();
    private Shown shown;
    private boolean waiting = true;

    /**
     * @param shown to its client before, over whatever socket
     */
    Watcher(RoomSocket socket, @Nullable Seat seat, long generation, Shown shown) {
        this.socket = socket;
        this.seat = seat;
        this.generation = generation;
        this.shown = shown;
    }

    /** Its owner has not answered its attach. */
    boolean isWaiting() {
        return waiting;
    }

    /** It has to be attached again. */
    void waits() {
        waiting = true;
    }

    /** What it saw may be lost: it takes any full view from now on, and is told if that shows less. */
    void rewind() {
        shown = new Shown(0, 0, shown.version());
    }

    /** Nothing more is to be done for it. */
    void end() {
        waiting = false;
        arrived.complete(null);
    }

    /** Whether this is a newer socket of the same seat. */
    boolean replaces(Watcher other) {
        return seat != null && seat.equals(other.seat) && generation > other.generation;
    }

    boolean isBehind(long epoch, long number) {
        return shown.isBefore(epoch, number);
    }

    /** False if something before this step is missing. */
    boolean take(RelayMessage.Step step) {
        boolean answers = step.sockets() != null;
        boolean fits = true;
        if (step.full()) {
            if (step.epoch() < shown.epoch() || (step.epoch() == shown.epoch() && step.number() < shown.number())) {
                return true;
            }
            show(step);
        } else if (step.epoch() != shown.epoch() || step.number() < shown.number()) {
            return true;
        } else if (step.number() == shown.number() + 1) {
            show(step);
        } else {
            fits = step.number() == shown.number();
            if (fits && answers && !arrived.isDone()) {
                socket.deliver(List.of(), shown, false, false);
            }
        }
        if (answers && fits) {
            end();
        }
        return fits;
    }

    RelayMessage.Attach attach(RoomId room) {
        return new RelayMessage.Attach(room, socket.id(), seat, generation, shown.epoch(), shown.number());
    }

    private void show(RelayMessage.Step step) {
        boolean rewound = step.full() && step.version() < shown.version();
        shown = new Shown(step.epoch(), step.number(), step.version());
        List<String> messages = step.frames().stream().map(this::text).toList();
        socket.deliver(messages, shown, step.full(), rewound);
    }

    private String text(Frame frame) {
        return Redaction.text(frame, Viewer.holding(seat));
    }
}
