package io.liaptui.ws.simulation;

import io.liaptui.common.ids.NodeId;
import io.liaptui.common.wire.Frame;
import io.liaptui.ws.relay.RelayMessage;
import io.liaptui.ws.room.FoldedRoom;
import java.util.List;

/** Invariant 2: what is sent was stored before, and is what the log folds to. */
final class FrameChecker implements Watch {
    private static final String NAME = "2 (frames follow the log)";

    private final Truth truth;

    FrameChecker(Truth truth) {
        this.truth = truth;
    }

    @Override
    public void sent(NodeId from, NodeId to, RelayMessage message) {
        if (!(message instanceof RelayMessage.Step step) || saysNothing(step)) {
            return;
        }
        RoomTruth room = truth.room(step.room())
                .orElseThrow(() -> new Violation(NAME, "a frame of room " + step.room() + ", which nobody made"));
        List<FoldedRoom> stored = room.everAt(step.version());
        if (stored.isEmpty()) {
            throw new Violation(
                    NAME,
                    "room %s: %s shows version %d, only %d are stored"
                            .formatted(step.room(), from, step.version(), room.version()));
        }
        // More than one only where Redis lost an entry and another took its place
        if (stored.stream().noneMatch(state -> same(step.full() ? state.full() : state.step(), step.frames()))) {
            FoldedRoom folded = stored.getLast();
            throw new Violation(
                    NAME,
                    "room %s: %s shows of version %d (%s): %s\nthe log says: %s"
                            .formatted(
                                    step.room(),
                                    from,
                                    step.version(),
                                    step.full() ? "full" : "step",
                                    step.frames(),
                                    step.full() ? folded.full() : folded.step()));
        }
    }

    /** The answer to who has seen everything. */
    private static boolean saysNothing(RelayMessage.Step step) {
        return step.sockets() != null && !step.full() && step.frames().isEmpty();
    }

    private static boolean same(List<Frame> right, List<Frame> shown) {
        if (right.size() != shown.size()) {
            return false;
        }
        for (int i = 0; i < right.size(); i++) {
            Frame frame = shown.get(i);
            Frame all = right.get(i);
            boolean same = all.shared().equals(frame.shared())
                    && all.holes().equals(frame.holes())
                    && all.empty().equals(frame.empty())
                    && all.own().entrySet().containsAll(frame.own().entrySet());
            if (!same) {
                return false;
            }
        }
        return true;
    }
}
