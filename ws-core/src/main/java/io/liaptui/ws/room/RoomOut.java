package io.liaptui.ws.room;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.wire.Frame;
import io.liaptui.ws.journal.Fence;
import io.liaptui.ws.relay.Relay;
import io.liaptui.ws.relay.RelayMessage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Sends what a room has to say to the nodes that hold its sockets: shared text once, private parts only for seats
 * played from there. Numbers the steps, so that a lost one is noticed, and keeps the newest for who missed some. One
 * thread at a time, {@link #marks} aside.
 */
final class RoomOut {
    private final Fence fence;
    private final Presence presence;
    private final Relay relay;
    private final RecentFrames recent = new RecentFrames();
    private long number;
    /** Raised when the step is with the relay, so that a mark cannot overtake its step. */
    private volatile long told;

    RoomOut(Fence fence, Presence presence, Relay relay) {
        this.fence = fence;
        this.presence = presence;
        this.relay = relay;
    }

    void send(Output output) {
        switch (output) {
            case Output.ToAll(var frames, var version) -> {
                number++;
                recent.add(new RecentFrames.Recent(number, version, frames));
                presence.nodes()
                        .forEach((node, seats) -> step(node, number, version, false, null, only(frames, seats)));
                told = number;
            }
            case Output.Full full -> full(full);
            case Output.CatchUp missed -> catchUp(missed);
            case Output.Answer(var node, var socket, var count, var messages) ->
                relay.send(node, new RelayMessage.Answer(fence.room(), socket, count, messages));
            case Output.Done(var asker) -> asker.complete(true);
            case Output.Kick(var node, var socket, var code, var reason) ->
                relay.send(node, new RelayMessage.Kick(fence.room(), socket, code.code(), reason));
        }
    }

    /** Says for each node with sockets of this room where it stands. Any thread. */
    void marks(BiConsumer<NodeId, RelayMessage.Mark> beat) {
        long newest = told;
        presence.crowds()
                .forEach((node, crowd) ->
                        beat.accept(node, new RelayMessage.Mark(fence.room(), fence.epoch(), newest, crowd)));
    }

    /** All that was missed, or everything; a socket that does not hold its seat any more gets nothing of it. */
    private void catchUp(Output.CatchUp missed) {
        Seat seat = missed.seat();
        if (seat != null && !presence.seatOf(missed.socket()).equals(Optional.of(seat))) {
            return;
        }
        List<RecentFrames.Recent> steps = missed.haveEpoch() == fence.epoch()
                ? recent.after(missed.haveNumber()).orElse(null)
                : null;
        if (steps == null) {
            full(new Output.Full(
                    missed.node(), missed.socket(), seat, missed.everything().get(), missed.version()));
            return;
        }
        for (RecentFrames.Recent step : steps) {
            answer(missed.node(), missed.socket(), seat, step, false);
        }
        if (steps.isEmpty()) {
            var nothing = new RecentFrames.Recent(number, missed.version(), List.of());
            answer(missed.node(), missed.socket(), seat, nothing, false);
        }
    }

    private void full(Output.Full full) {
        var everything = new RecentFrames.Recent(number, full.version(), full.frames());
        answer(full.node(), full.socket(), full.seat(), everything, true);
    }

    private void answer(NodeId node, String socket, @Nullable Seat seat, RecentFrames.Recent what, boolean full) {
        List<Frame> frames = only(what.frames(), seat == null ? Set.of() : Set.of(seat));
        step(node, what.number(), what.version(), full, socket, frames);
    }

    private void step(
            NodeId node, long count, long version, boolean full, @Nullable String socket, List<Frame> frames) {
        List<String> sockets = socket == null ? null : List.of(socket);
        relay.send(node, new RelayMessage.Step(fence.room(), fence.epoch(), count, version, full, sockets, frames));
    }

    private static List<Frame> only(List<Frame> frames, Set<Seat> seats) {
        return frames.stream().map(frame -> frame.onlyFor(seats)).toList();
    }
}
