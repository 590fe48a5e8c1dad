package io.liaptui.ws.room;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.protocol.CloseCode;
import io.liaptui.common.wire.Frame;
import io.liaptui.ws.journal.Fence;
import io.liaptui.ws.relay.Relay;
import io.liaptui.ws.relay.RelayMessage;
import java.util.List;
import java.util.Set;

/**
 * Sends what a room has to say to the nodes that hold its sockets: shared text once, private parts only for seats
 * played from there. Numbers the steps, so that a lost one is noticed. One thread at a time.
 */
final class RoomOut {
    private final Fence fence;
    private final Presence presence;
    private final Relay relay;
    private long number;

    RoomOut(Fence fence, Presence presence, Relay relay) {
        this.fence = fence;
        this.presence = presence;
        this.relay = relay;
    }

    void send(Output output) {
        switch (output) {
            case Output.ToAll(var frames, var version) -> {
                number++;
                presence.nodes().forEach((node, seats) -> step(node, version, null, only(frames, seats)));
            }
            case Output.Full(var node, var socket, var seat, var frames, var version) ->
                step(node, version, socket, only(frames, seat == null ? Set.of() : Set.of(seat)));
            case Output.Answer(var node, var socket, var count, var messages) ->
                relay.send(node, new RelayMessage.Answer(fence.room(), socket, count, messages));
            case Output.Kick(var node, var socket, var reason) ->
                relay.send(node, new RelayMessage.Kick(fence.room(), socket, CloseCode.LEFT.code(), reason));
        }
    }

    private void step(NodeId node, long version, @org.jspecify.annotations.Nullable String socket, List<Frame> frames) {
        boolean full = socket != null;
        List<String> sockets = socket == null ? null : List.of(socket);
        relay.send(node, new RelayMessage.Step(fence.room(), fence.epoch(), number, version, full, sockets, frames));
    }

    private static List<Frame> only(List<Frame> frames, Set<Seat> seats) {
        return frames.stream().map(frame -> frame.onlyFor(seats)).toList();
    }
}
