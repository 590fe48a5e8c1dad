package io.liaptui.ws.room;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.ids.Seat;
import io.liaptui.common.protocol.CloseCode;
import io.liaptui.common.wire.Frame;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What leaves a room once the journal has answered, in order. */
sealed interface Output {
    /** A step, for everybody. */
    record ToAll(List<Frame> frames, long version) implements Output {}

    /** Everything, for one socket. */
    record Full(NodeId node, String socket, @Nullable Seat seat, List<Frame> frames, long version) implements Output {}

    /**
     * What this socket missed since (epoch, number), or everything.
     *
     * @param everything made only if it is needed, of the state at {@code version}
     */
    record CatchUp(
            NodeId node,
            String socket,
            @Nullable Seat seat,
            long haveEpoch,
            long haveNumber,
            Supplier<List<Frame>> everything,
            long version)
            implements Output {}

    /** What came of an input, for its sender. */
    record Answer(NodeId node, String socket, long number, List<String> messages) implements Output {}

    /** It is stored; for an asker in this node. */
    record Done(CompletableFuture<Boolean> asker) implements Output {}

    /** A socket is to be closed. */
    record Kick(NodeId node, String socket, CloseCode code, String reason) implements Output {
        /** For good. */
        Kick(NodeId node, String socket, String reason) {
            this(node, socket, CloseCode.LEFT, reason);
        }
    }
}
